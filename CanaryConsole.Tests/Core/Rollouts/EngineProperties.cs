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
        Assert.True(after.Divergence is null || after.Phase is RolloutPhase.Paused, $"Diverged and not paused: {where}");
        Assert.True(after.Divergence is not { Restoration: null } || Reconciler.Next(after, RolloutSamples.Endpoint(0.2), input.At) is null, $"Fights a divergence that nobody has settled: {where}");
        Assert.True(after.ChallengerShare <= before.ChallengerShare || MayRise(input), $"The share rose by hand without a guardrail that sees: {where}");
        Assert.True(after.PlannedBake + after.Extension <= RolloutDefaults.LongestBake, $"A bake of more than 14 days: {where}");
        Assert.True(before.Phase is RolloutPhase.AtGate or RolloutPhase.SmokeTesting || !RoseByItself(before, after, input) || AllHealthy(input), $"The share rose on less than healthy evidence: {where}");
    }

    private static bool MayRise(RolloutInput input) => input switch
    {
        RolloutInput.SkipStep skip => Sees(skip.Assessments),
        RolloutInput.JumpToStep jump => Sees(jump.Assessments),
        RolloutInput.RestartSteps restart => Sees(restart.Assessments),
        _ => true,
    };

    private static bool Sees(IReadOnlyList<GuardrailAssessment> assessments) => assessments.All(assessment => assessment.Verdict is Verdict.Healthy or Verdict.Inconclusive);

    private static bool RoseByItself(RolloutState before, RolloutState after, RolloutInput input) =>
        input is RolloutInput.Observe && after.ChallengerShare > before.ChallengerShare;

    private static bool AllHealthy(RolloutInput input) =>
        input is RolloutInput.Observe observed && observed.Assessments.All(assessment => assessment.Verdict is Verdict.Healthy);

    private static bool ShowsZero(RolloutInput input) =>
        input is RolloutInput.Observe { Endpoint: { Status: EndpointStatus.InService } endpoint } && endpoint.ShareOf("challenger-v8") == Percentage.Zero;

    private static bool MayComplete(RolloutInput input) => AllHealthy(input) || input is RolloutInput.Observe { Endpoint.Status: EndpointStatus.InService };

    private static RolloutInput Input(Random random, RolloutState state, DateTimeOffset at) => random.Next(22) switch
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
        10 => new RolloutInput.SkipStep(at, "ann", null, [RolloutSamples.Assessed(AnyVerdict(random))]),
        11 => new RolloutInput.JumpToStep(at, "ann", random.Next(-1, 4), null, [RolloutSamples.Assessed(AnyVerdict(random))]),
        12 => new RolloutInput.RestartSteps(at, "ann", null, [RolloutSamples.Assessed(AnyVerdict(random))]),
        13 => new RolloutInput.ExtendBake(at, "ann", TimeSpan.FromMinutes(random.Next(20_000)), null),
        14 when random.Next(5) == 0 => new RolloutInput.Refuse(at, "ann", "odd", []),
        15 => new RolloutInput.Adopt(at, "ann"),
        16 => new RolloutInput.Restore(at, "ann"),
        _ => new RolloutInput.Observe(at, AnyEndpoint(random, state), null, [RolloutSamples.Assessed(AnyVerdict(random))]),
    };

    private static EndpointDescription? AnyEndpoint(Random random, RolloutState state) => random.Next(12) switch
    {
        0 => null,
        1 => RolloutSamples.Endpoint(status: EndpointStatus.Updating),
        2 => RolloutSamples.Endpoint(random.NextDouble()),
        3 => RolloutSamples.Endpoint(withChallenger: false),
        4 when random.Next(5) == 0 => RolloutSamples.Endpoint(status: EndpointStatus.Failed),
        5 when random.Next(3) == 0 => RolloutSamples.Endpoint(state.ChallengerShare.Fraction) with { ConfigName = "by-hand" },
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
