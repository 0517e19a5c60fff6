using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

/// <summary>One event of each kind, with every member set to something other than its default.</summary>
internal static partial class RolloutEventSamples
{
    private static readonly DateTimeOffset WindowEnd = new(2026, 11, 21, 1, 2, 0, TimeSpan.Zero);

    public static RolloutPlan Plan { get; } = new(
        "media-ranker",
        "champion",
        new("challenger-9", "media-ranker-v9", "media-ranker", 9, "ml.m5.xlarge", 2, new Dictionary<string, string> { ["git_commit"] = "0f3c1de" }),
        Strategy.Canary,
        [new(Percentage.FromPercent(5), TimeSpan.FromMinutes(10)), new(Percentage.FromPercent(25), TimeSpan.FromMinutes(10), Gate: true, MinimumRequests: 2_000)],
        [
            new("Error rate", new GuardrailRule.ErrorRateLimit(Percentage.FromPercent(1)), true, 500, 2, 3),
            new("p99 latency", new GuardrailRule.LatencyLimit(0.99, TimeSpan.FromMilliseconds(100)), true, 1000, 2, 3),
            new("Errors against champion", new GuardrailRule.ErrorRateAgainstChampion(1.5), false, 500, 2, 3),
        ],
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
        AutoRollback: true,
        ApprovalRequired: true,
        new("application/json", """{"items":["größe",1]}""", 5, TimeSpan.FromMilliseconds(250)));

    public static IReadOnlyList<GuardrailAssessment> Assessments { get; } =
    [
        new(
            Plan.Guardrails[0],
            new(
                new(1000, 80, Percentage.FromPercent(6.5), Percentage.FromPercent(9.8), null),
                new(19000, 19, Percentage.FromPercent(0.06), Percentage.FromPercent(0.16), null),
                800, 500, 2, 3, 1.25, WindowEnd),
            new Verdict.Breach("8 % of 1,000 requests failed; the limit is 1 %")),
        new(
            Plan.Guardrails[1],
            new(new(1000, 2, Percentage.Zero, Percentage.FromPercent(0.7), TimeSpan.FromMilliseconds(58)), ArmEvidence.None, 800, 1000, 0, 3, 0.2, WindowEnd),
            new Verdict.Inconclusive("200 more requests are needed", 200)),
        new(Plan.Guardrails[2], Evidence.None, new Verdict.NoData("No window of challenger-9 has arrived")),
        new(Plan.Guardrails[2], Evidence.None, new Verdict.Blind("CloudWatch did not answer in 10 s")),
        new(Plan.Guardrails[2], Evidence.None, new Verdict.Healthy("No worse than the champion")),
    ];

    /// <summary>Every kind of event there is, of every family.</summary>
    public static IReadOnlyList<Type> Kinds { get; } =
        [.. typeof(RolloutEvent).GetNestedTypes().SelectMany(type => type.GetNestedTypes().Prepend(type)).Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(RolloutEvent)))];

    public static IReadOnlyList<RolloutEvent> All { get; } =
    [
        new RolloutEvent.RolloutPlanned(new("media-ranker-20261121-1"), Plan, "9f86d081"),
        new RolloutEvent.ApprovalRequested(),
        new RolloutEvent.RolloutApproved("looks right"),
        new RolloutEvent.PreparationStarted(),
        new RolloutEvent.VariantRequested(2),
        new RolloutEvent.VariantReady("media-ranker-20261121-1-config", Sight),
        new RolloutEvent.QuantilesFrozen(new(
            TimeSpan.FromMilliseconds(21.5), TimeSpan.FromMilliseconds(44), TimeSpan.FromMilliseconds(78.25), 41_000, WindowEnd.AddMinutes(-30), WindowEnd)),
        new RolloutEvent.SmokeTestPassed(new(4, 5, TimeSpan.FromMilliseconds(61.5), "Request 5 was answered with status 500")),
        new RolloutEvent.StepStarted(1, Percentage.FromPercent(25), "every guardrail is healthy"),
        new RolloutEvent.ShareMoved(Percentage.FromPercent(12.5), "more evidence wanted"),
        new RolloutEvent.WeightsConfirmed(Percentage.FromPercent(25), TimeSpan.FromSeconds(31)),
        new RolloutEvent.StepHeld("requests", "120 more requests are needed", 120),
        new RolloutEvent.EvidenceLost("CloudWatch did not answer in 10 s"),
        new RolloutEvent.EvidenceRestored(),
        new RolloutEvent.AttentionRequested("Evidence has been missing for 5 minutes"),
        new RolloutEvent.GateReached(1, "every guardrail is healthy"),
        new RolloutEvent.RolloutPaused("lunch"),
        new RolloutEvent.RolloutResumed(),
        new RolloutEvent.PromotionStarted("the last step is healthy"),
        new RolloutEvent.SoakStarted(),
        new RolloutEvent.RolloutCompleted(),
        new RolloutEvent.RollbackStarted("Error rate: 8 % of 1,000 requests failed; the limit is 1 %", true, Assessments),
        new RolloutEvent.RollbackDelayed("updating", "The endpoint is Updating"),
        new RolloutEvent.RolledBack(TimeSpan.FromSeconds(42)),
        new RolloutEvent.RolloutCancelled("wrong model"),
        new RolloutEvent.RolloutBlocked("The cloud refused the weights: access denied"),
        .. Diverged,
        .. Steps,
        .. Shadow,
        .. Managed,
        .. Tasks,
        .. Probes,
    ];
}
