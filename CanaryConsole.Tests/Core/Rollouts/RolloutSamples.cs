using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

/// <summary>Plans, states and looks at the world, each as the engine itself would meet it.</summary>
internal static partial class RolloutSamples
{
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);

    public static readonly RolloutId Id = new("media-ranker-20261120-1");

    public static readonly Guardrail ErrorRate =
        new("Error rate below 1 %", new GuardrailRule.ErrorRateLimit(Percentage.FromPercent(1)), Enforcing: true, MinimumRequests: 500, FailedLooks: 2, Looks: 3);

    public static RolloutPlan Plan(bool autoRollback = true, bool approval = false, bool gate = false, int soakMinutes = 30) => new(
        "media-ranker",
        "champion",
        new Challenger("challenger-v8", "media-ranker-v8", "media-ranker", 8, "ml.m5.xlarge", 2, new Dictionary<string, string>()),
        Strategy.Canary,
        [
            new RolloutStep(Percentage.FromPercent(5), TimeSpan.FromMinutes(10), gate),
            new RolloutStep(Percentage.FromPercent(50), TimeSpan.FromMinutes(10)),
        ],
        [ErrorRate],
        Soak: TimeSpan.FromMinutes(soakMinutes),
        HoldLimit: TimeSpan.FromMinutes(30),
        autoRollback,
        approval,
        new SmokeTest("application/json", "{}", 3, TimeSpan.FromSeconds(5)));

    /// <summary>The same rollout by deployment guardrails: the fleet is exchanged, the variant keeps its name.</summary>
    public static RolloutPlan ManagedPlan(bool autoRollback = true, int soakMinutes = 30) => Plan(autoRollback, soakMinutes: soakMinutes) with
    {
        Challenger = Plan().Challenger with { VariantName = "champion" },
        Strategy = Strategy.BlueGreen,
        Steps = [],
        Managed = new ManagedDeployment(
            DeploymentKind.BlueGreen, TrafficShift.Canary, new FleetSize(FleetUnit.Percent, 10), TimeSpan.FromMinutes(10), TimeSpan.Zero, null, null, TimeSpan.FromHours(1), "media-ranker-config", []),
    };

    public static EndpointDescription Endpoint(
        double challengerWeight = 0, double? desired = null, EndpointStatus status = EndpointStatus.InService, bool withChallenger = true, string? failure = null)
    {
        var champion = new VariantDescription("champion", "media-ranker-v7", "ml.m5.xlarge", 1 - challengerWeight, 1 - (desired ?? challengerWeight), 2, 2);
        var challenger = new VariantDescription("challenger-v8", "media-ranker-v8", "ml.m5.xlarge", challengerWeight, desired ?? challengerWeight, 2, 2);
        return new EndpointDescription(
            "media-ranker", "arn:aws:sagemaker:eu-central-1:123456789012:endpoint/media-ranker", status, "media-ranker-config",
            withChallenger ? [champion, challenger] : [champion], TimeSpan.FromSeconds(10), Start, failure);
    }

    public static GuardrailAssessment Assessed(Verdict verdict, Guardrail? guardrail = null) =>
        new(guardrail ?? ErrorRate, Evidence.None with { Challenger = new ArmEvidence(540, 0, null, null, null) }, verdict);

    public static readonly Verdict Healthy = new Verdict.Healthy("error rate 0.1 % over 540 requests, limit 1 %");

    public static readonly Verdict Breach = new Verdict.Breach("error rate 8 % over 540 requests, limit 1 %");

    /// <summary>A rollout in the phase, by the events that lead there; each event one minute after the one before.</summary>
    public static RolloutState In(RolloutPhase phase, RolloutPlan? plan = null) => Fold(plan ?? PlanOf(phase), phase switch
    {
        RolloutPhase.Planned => [],
        RolloutPhase.AwaitingApproval => [new RolloutEvent.ApprovalRequested()],
        RolloutPhase.Preparing => [new RolloutEvent.PreparationStarted()],
        RolloutPhase.SmokeTesting => Prepared(),
        RolloutPhase.Shadowing => Shadowing(),
        RolloutPhase.Deploying => [new RolloutEvent.PreparationStarted(), new RolloutEvent.ManagedEvent.AlarmsRequested([]), new RolloutEvent.ManagedEvent.AlarmsReady([]), new RolloutEvent.ManagedEvent.DeploymentRequested(1, "cc-config")],
        RolloutPhase.Restoring => Restoring(),
        RolloutPhase.Baking => Baking(),
        RolloutPhase.AtGate => [.. Baking(), new RolloutEvent.GateReached(0)],
        RolloutPhase.Paused => [.. Baking(), new RolloutEvent.RolloutPaused("lunch")],
        RolloutPhase.Promoting => [.. Baking(), new RolloutEvent.PromotionStarted("healthy")],
        RolloutPhase.Soaking => [.. Baking(), new RolloutEvent.PromotionStarted("healthy"), new RolloutEvent.WeightsConfirmed(Percentage.Whole, TimeSpan.Zero), new RolloutEvent.SoakStarted()],
        RolloutPhase.Completed => [.. Baking(), new RolloutEvent.PromotionStarted("healthy"), new RolloutEvent.WeightsConfirmed(Percentage.Whole, TimeSpan.Zero), new RolloutEvent.RolloutCompleted()],
        RolloutPhase.RollingBack => [.. Baking(), new RolloutEvent.RollbackStarted("breach", true, [])],
        RolloutPhase.RolledBack => [.. Baking(), new RolloutEvent.RollbackStarted("breach", true, []), new RolloutEvent.RolledBack(TimeSpan.Zero)],
        RolloutPhase.Cancelled => [new RolloutEvent.RolloutCancelled("changed our mind")],
        RolloutPhase.Blocked => [.. Baking(), new RolloutEvent.RolloutBlocked("endpoint failed")],
        _ => throw new ArgumentOutOfRangeException(nameof(phase)),
    });

    private static RolloutPlan PlanOf(RolloutPhase phase) => phase switch
    {
        RolloutPhase.Shadowing => ShadowPlan(),
        RolloutPhase.Deploying => ManagedPlan(),
        RolloutPhase.Restoring => SurroundedPlan(),
        _ => Plan(),
    };

    public static RolloutState Fold(RolloutPlan plan, IEnumerable<RolloutEvent> events) =>
        RolloutEvolution.Fold(events
            .Prepend(new RolloutEvent.RolloutPlanned(Id, plan, PlanDigest.Of(plan)))
            .Select((happened, index) => new RecordedRolloutEvent(index + 1, Start.AddMinutes(index), "tester", happened)));

    /// <summary>The share at which a rollout in this phase has its challenger.</summary>
    public static double ShareIn(RolloutState state) => state.ChallengerShare.Fraction;

    private static RolloutEvent[] Prepared() =>
        [new RolloutEvent.PreparationStarted(), new RolloutEvent.VariantRequested(1), new RolloutEvent.VariantReady("media-ranker-config", EndpointSight.Of(Endpoint()))];

    private static RolloutEvent[] Baking() =>
    [
        .. Prepared(),
        new RolloutEvent.SmokeTestPassed(new SmokeTestResult(3, 3, TimeSpan.FromMilliseconds(31), null)),
        new RolloutEvent.StepStarted(0, Percentage.FromPercent(5), "smoke test passed"),
        new RolloutEvent.WeightsConfirmed(Percentage.FromPercent(5), TimeSpan.FromSeconds(8)),
    ];
}
