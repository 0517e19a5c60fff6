using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

/// <summary>What must hold after any sequence of inputs: seeded walks of the real decide and evolve.</summary>
public class EngineProperties
{
    private const int Walks = 2_000;
    private const int Steps = 60;

    [Fact]
    public void AnyWalk_KeepsTheInvariants()
    {
        for (var seed = 0; seed < Walks; seed++)
        {
            Walk(seed);
        }
    }

    private static void Walk(int seed)
    {
        var random = new Random(seed);
        var plan = RolloutSamples.Plan(random.Next(4) > 0, random.Next(4) == 0, random.Next(3) == 0, random.Next(2) * 30);
        var events = new List<RecordedRolloutEvent> { new(1, RolloutSamples.Start, "tester", new RolloutEvent.RolloutPlanned(RolloutSamples.Id, plan, "digest")) };
        var state = RolloutEvolution.Fold(events);
        var at = RolloutSamples.Start;
        for (var step = 0; step < Steps; step++)
        {
            at += TimeSpan.FromSeconds(random.Next(1, 600));
            var input = Input(random, state, at);
            var before = state;
            if (RolloutDecider.Decide(state, input) is Decision.Accepted accepted)
            {
                foreach (var happened in accepted.Events)
                {
                    var recorded = new RecordedRolloutEvent(state.Version + 1, at, input.Actor, happened);
                    events.Add(recorded);
                    state = RolloutEvolution.Evolve(state, recorded);
                }
            }

            Check(seed, step, before, state, input);
        }

        Assert.Equal(state, RolloutEvolution.Fold(events));
    }

    private static void Check(int seed, int step, RolloutState before, RolloutState after, RolloutInput input)
    {
        var where = $"seed {seed}, step {step}, {before.Phase} -> {after.Phase} on {input}";
        Assert.True(!before.IsFinished || before == after, $"A finished rollout changed: {where}");
        Assert.True(after.ChallengerShare <= before.ChallengerShare || before.Phase is not (RolloutPhase.RollingBack or RolloutPhase.RolledBack), $"The share rose on the way back: {where}");
        Assert.True(after.Phase is not RolloutPhase.RolledBack || before.Phase is RolloutPhase.RolledBack || ShowsZero(input), $"Rolled back without a read-back of 0: {where}");
        Assert.True(after.Phase is not RolloutPhase.Completed || before.Phase is RolloutPhase.Completed || MayComplete(input), $"Completed without healthy evidence or read-back: {where}");
        Assert.True(before.Phase is RolloutPhase.AtGate or RolloutPhase.SmokeTesting || !RoseByItself(before, after, input) || AllHealthy(input), $"The share rose on less than healthy evidence: {where}");
    }

    private static bool RoseByItself(RolloutState before, RolloutState after, RolloutInput input) =>
        input is RolloutInput.Observe && after.ChallengerShare > before.ChallengerShare;

    private static bool AllHealthy(RolloutInput input) =>
        input is RolloutInput.Observe observed && observed.Assessments.All(assessment => assessment.Verdict is Verdict.Healthy);

    private static bool ShowsZero(RolloutInput input) =>
        input is RolloutInput.Observe { Endpoint: { Status: EndpointStatus.InService } endpoint } && endpoint.ShareOf("challenger-v8") == Percentage.Zero;

    private static bool MayComplete(RolloutInput input) => AllHealthy(input) || input is RolloutInput.Observe { Endpoint.Status: EndpointStatus.InService };

    private static RolloutInput Input(Random random, RolloutState state, DateTimeOffset at) => random.Next(14) switch
    {
        0 => new RolloutInput.Approve(at, "ann", null),
        1 => new RolloutInput.Pause(at, "ann", "lunch"),
        2 or 3 => new RolloutInput.Resume(at, "ann"),
        4 => new RolloutInput.Promote(at, "ann", [RolloutSamples.Assessed(AnyVerdict(random))]),
        5 => new RolloutInput.MoveShare(at, "ann", Percentage.FromPercent(random.Next(101)), null),
        6 when random.Next(5) == 0 => new RolloutInput.RollBack(at, "ann", "odd", []),
        7 when random.Next(5) == 0 => new RolloutInput.Cancel(at, "ann", "odd"),
        8 => new RolloutInput.ReportSmokeTest(at, new SmokeTestResult(3, 3, TimeSpan.Zero, random.Next(8) == 0 ? "status 500" : null)),
        9 when random.Next(8) == 0 => new RolloutInput.ReportRefusal(at, "access denied"),
        _ => new RolloutInput.Observe(at, AnyEndpoint(random, state), null, [RolloutSamples.Assessed(AnyVerdict(random))]),
    };

    private static EndpointDescription? AnyEndpoint(Random random, RolloutState state) => random.Next(12) switch
    {
        0 => null,
        1 => RolloutSamples.Endpoint(status: EndpointStatus.Updating),
        2 => RolloutSamples.Endpoint(random.NextDouble()),
        3 => RolloutSamples.Endpoint(withChallenger: false),
        4 when random.Next(5) == 0 => RolloutSamples.Endpoint(status: EndpointStatus.Failed),
        _ => RolloutSamples.Endpoint(state.ChallengerShare.Fraction),
    };

    private static Verdict AnyVerdict(Random random) => random.Next(12) switch
    {
        0 => new Verdict.Breach("bad"),
        1 => new Verdict.NoData("nothing"),
        2 => new Verdict.Blind("throttled"),
        3 or 4 => new Verdict.Inconclusive("few", 10),
        _ => RolloutSamples.Healthy,
    };
}
