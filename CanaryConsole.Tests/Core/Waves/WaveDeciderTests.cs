using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CanaryConsole.Core;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Waves;
using CanaryConsole.Tests.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Waves;

public class WaveDeciderTests
{
    private static readonly DateTimeOffset Start = RolloutSamples.Start;
    private static readonly WaveId Id = new("wave-20261120-1");
    private static readonly RolloutId First = new("dev-20261120-1");

    private static readonly WavePlan Plan = new(
        "ranker v8",
        new RolloutRequest { Endpoint = "" },
        [new WaveStage("1", ["dev"], Gate: true, TimeSpan.Zero), new WaveStage("2", ["prod-a", "prod-b"], Gate: false, TimeSpan.FromMinutes(10))]);

    private static readonly WaveEvent[] Running = [new WaveEvent.GateReached(0), new WaveEvent.StageApproved(0, null), new WaveEvent.StageStarted(0)];
    private static readonly WaveEvent[] Begun = [.. Running, new WaveEvent.RolloutRequested(0, "dev", 1), new WaveEvent.RolloutBegun(0, "dev", First)];
    private static readonly WaveEvent[] Failed = [.. Begun, new WaveEvent.RolloutFailed(0, "dev", First, "bad")];
    private static readonly WaveEvent[] Halted = [.. Failed, new WaveEvent.WaveHalted("dev did not complete: bad")];
    private static readonly WaveEvent[] SecondStage = [.. Begun, new WaveEvent.RolloutEnded(0, "dev", First), new WaveEvent.WaitStarted(1, Start.AddHours(1))];

    public static TheoryData<string, WaveEvent[], RolloutPhase?, string> Looks => new()
    {
        { "the first stage's gate is come to at once", [], null, "GateReached" },
        { "a gate waits", [new WaveEvent.GateReached(0)], null, "" },
        { "a stage that runs asks for its rollouts", Running, null, "RolloutRequested" },
        { "a rollout that is asked for is waited for", [.. Running, new WaveEvent.RolloutRequested(0, "dev", 1)], null, "" },
        { "a rollout under way is waited for", Begun, RolloutPhase.Baking, "" },
        { "a paused rollout is waited for", Begun, RolloutPhase.Paused, "" },
        { "a rollout that is not found is waited for", Begun, null, "" },
        { "a completed rollout is recorded", Begun, RolloutPhase.Completed, "RolloutEnded" },
        { "a rolled-back rollout has failed", Begun, RolloutPhase.RolledBack, "RolloutFailed" },
        { "a cancelled rollout has failed", Begun, RolloutPhase.Cancelled, "RolloutFailed" },
        { "a blocked rollout has failed", Begun, RolloutPhase.Blocked, "RolloutFailed" },
        { "a failure halts the wave", Failed, RolloutPhase.RolledBack, "WaveHalted" },
        { "a halted wave stays so", Halted, RolloutPhase.RolledBack, "" },
        { "a rollout that completed after all has completed", Halted, RolloutPhase.Completed, "RolloutEnded" },
        { "a stage that is through is followed by the wait for the next", [.. Begun, new WaveEvent.RolloutEnded(0, "dev", First)], null, "WaitStarted" },
        { "a waiting time that runs is waited for", SecondStage, null, "" },
        { "all endpoints of a stage are asked for together", [.. SecondStage, new WaveEvent.StageStarted(1)], null, "RolloutRequested RolloutRequested" },
        { "a stopped wave does nothing", [.. Begun, new WaveEvent.WaveStopped("enough")], RolloutPhase.Completed, "" },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public void Look_InEachSituation_Decides(string situation, WaveEvent[] events, RolloutPhase? rollout, string expected)
    {
        var seen = rollout is { } phase ? new Dictionary<RolloutId, RolloutState> { [First] = RolloutSamples.In(phase) } : [];

        var decision = WaveDecider.Decide(Fold(events), new WaveInput.Look(Start.AddMinutes(30), seen));

        Assert.Equal((situation, expected), (situation, Names(decision)));
    }

    [Fact]
    public void Look_WaitingTimeOver_StartsTheStage() =>
        Assert.Equal("StageStarted", Names(WaveDecider.Decide(Fold(SecondStage), new WaveInput.Look(Start.AddHours(1), new Dictionary<RolloutId, RolloutState>()))));

    [Fact]
    public void Look_LastStageThrough_CompletesTheWave()
    {
        WaveEvent[] events =
        [
            .. SecondStage, new WaveEvent.StageStarted(1), new WaveEvent.RolloutRequested(1, "prod-a", 1), new WaveEvent.RolloutRequested(1, "prod-b", 1),
            new WaveEvent.RolloutFailed(1, "prod-a", null, "held"), new WaveEvent.WaveHalted("held"), new WaveEvent.WaveResumed(true, null), new WaveEvent.RolloutEnded(1, "prod-b", First),
        ];

        Assert.Equal("WaveCompleted", Names(WaveDecider.Decide(Fold(events), new WaveInput.Look(Start.AddHours(2), new Dictionary<RolloutId, RolloutState>()))));
    }

    [Fact]
    public void Reports_OfAnAttemptThatIsOver_ChangeNothing()
    {
        var late = new WaveMember(0, "dev", WaveMemberStatus.Starting, null, 1);

        Assert.Equal("", Names(WaveDecider.Decide(Fold(Begun), new WaveInput.ReportBegun(Start, late, First))));
        Assert.Equal("", Names(WaveDecider.Decide(Fold(Halted), new WaveInput.ReportRefused(Start, late, "held"))));
    }

    public static TheoryData<WaveEvent[], string, string> Commands => new()
    {
        { [new WaveEvent.GateReached(0)], "approve", "StageApproved StageStarted" },
        { Running, "approve", "Wave wave-20261120-1 cannot be approved while Running: no stage waits for approval." },
        { Halted, "resume", "WaveResumed" },
        { Begun, "resume", "Wave wave-20261120-1 cannot go on while Running: it is not halted." },
        { Begun, "stop", "WaveStopped" },
        { [new WaveEvent.WaveCompleted()], "stop", "Wave wave-20261120-1 cannot be stopped while Completed: it has ended." },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_InEachPhase_IsTakenOrRefused(WaveEvent[] events, string command, string expected)
    {
        WaveInput input = command switch
        {
            "approve" => new WaveInput.Approve(Start, "ann", null),
            "resume" => new WaveInput.Resume(Start, "ann", false, null),
            _ => new WaveInput.Stop(Start, "ann", "enough"),
        };

        Assert.Equal(expected, Names(WaveDecider.Decide(Fold(events), input)));
    }

    [Fact]
    public void Events_EveryOne_SurvivesTheStoreAndHasASentence()
    {
        WaveEvent[] all =
        [
            new WaveEvent.WavePlanned(Id, Plan), .. Halted, .. SecondStage, new WaveEvent.WaveResumed(true, "go"), new WaveEvent.WaveStopped("enough"), new WaveEvent.WaveCompleted(),
        ];

        Assert.Equal(
            typeof(WaveEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(known => known.DerivedType.Name).Order(),
            all.Select(one => one.GetType().Name).Distinct().Order());
        Assert.All(all, one =>
        {
            var read = JsonSerializer.Deserialize<WaveEvent>(JsonSerializer.Serialize(one, CoreJson.Options), CoreJson.Options);

            Assert.Equivalent(one, read, strict: true);
            Assert.EndsWith(".", WaveJournal.Sentence(one, Plan), StringComparison.Ordinal);
        });
    }

    private static WaveState Fold(WaveEvent[] events) => WaveEvolution.Fold(events
        .Prepend(new WaveEvent.WavePlanned(Id, Plan))
        .Select((happened, index) => new RecordedWaveEvent(index + 1, Start.AddSeconds(index), "tester", happened)));

    private static string Names(WaveDecision decision) => decision switch
    {
        WaveDecision.Accepted accepted => string.Join(' ', accepted.Events.Select(happened => happened.GetType().Name)),
        var other => ((WaveDecision.Refused)other).Reason,
    };
}
