using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Components;

/// <summary>Snapshots as the monitor would publish them; a test names only what it is about.</summary>
internal static class SnapshotBuilder
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 21, 3, 8, 20, TimeSpan.Zero);

    public static MonitorSnapshot Snapshot(
        IReadOnlyList<EndpointSnapshot>? endpoints = null,
        IReadOnlyList<RolloutSnapshot>? rollouts = null,
        IReadOnlyList<SourceHealth>? sources = null,
        bool firstTickDone = true,
        DateTimeOffset? at = null,
        long sequence = 1) =>
        new(sequence, at ?? Now, firstTickDone, endpoints ?? [], rollouts ?? [], sources ?? []);

    public static VariantDescription Variant(
        string name = "champion",
        string model = "media-ranker-v7",
        double weight = 1,
        double? desiredWeight = null,
        int instances = 2,
        string instanceType = "ml.m5.xlarge") =>
        new(name, model, instanceType, weight, desiredWeight ?? weight, instances, instances);

    public static EndpointSnapshot Endpoint(
        string name = "media-ranker",
        EndpointStatus status = EndpointStatus.InService,
        IReadOnlyList<VariantDescription>? variants = null,
        IReadOnlyList<VariantHistory>? histories = null,
        DateTimeOffset? describedAt = null,
        string? failureReason = null)
    {
        variants ??= [Variant()];
        var total = variants.Sum(variant => variant.CurrentWeight);
        var description = new EndpointDescription(
            name,
            $"arn:aws:sagemaker:eu-central-1:000000000000:endpoint/{name}",
            status,
            $"{name}-config-1",
            variants,
            TimeSpan.FromSeconds(10),
            Now.AddHours(-2),
            failureReason);
        return new EndpointSnapshot(
            description,
            describedAt ?? Now,
            histories ?? [.. variants.Select(variant => History(variant.Name, requestsPerSecond: total > 0 ? 40 * variant.CurrentWeight / total : 0))]);
    }

    public static VariantHistory History(
        string variant = "champion",
        double requestsPerSecond = 40,
        double errorRate = 0.001,
        double p50 = 20,
        double p99 = 58,
        TimeSpan? period = null,
        TimeSpan? length = null,
        DateTimeOffset? until = null,
        string? problem = null)
    {
        var step = period ?? TimeSpan.FromMinutes(1);
        var end = until ?? Now;
        var count = (int)((length ?? TimeSpan.FromHours(1)) / step);
        var requests = (long)Math.Round(requestsPerSecond * step.TotalSeconds);
        var windows = Enumerable.Range(0, requests > 0 ? count : 0).Select(index => new MetricWindow(
            end - (step * (count - index)),
            step,
            requests,
            (long)Math.Round(requests * errorRate),
            TimeSpan.FromMilliseconds(p50),
            TimeSpan.FromMilliseconds((p50 + p99) / 2),
            TimeSpan.FromMilliseconds(p99 + (2 * Math.Sin(index * 1.7))),
            0));
        return new VariantHistory(variant, [.. windows], end, problem);
    }

    public static RolloutPlan Plan(
        string endpoint = "media-ranker",
        string champion = "champion",
        string challengerModel = "media-ranker-v8",
        IReadOnlyList<RolloutStep>? steps = null,
        IReadOnlyList<Guardrail>? guardrails = null) =>
        new(
            endpoint,
            champion,
            new Challenger("challenger-" + challengerModel[(challengerModel.LastIndexOf('-') + 1)..], challengerModel, "media-ranker", 8, "ml.m5.xlarge", 2, new Dictionary<string, string>()),
            Strategy.Canary,
            steps ?? [Step(5), Step(25), Step(50)],
            guardrails ?? [ErrorRate(), LatencyP99()],
            TimeSpan.FromMinutes(30),
            TimeSpan.FromMinutes(30),
            AutoRollback: true,
            ApprovalRequired: false,
            new SmokeTest("application/json", "{}", 3, TimeSpan.FromSeconds(1)));

    public static RolloutStep Step(double percent, double minutes = 10, bool gate = false) =>
        new(Percentage.FromPercent(percent), TimeSpan.FromMinutes(minutes), gate);

    public static Guardrail ErrorRate(double percent = 1, bool enforcing = true) =>
        new($"Error rate below {percent} %", new GuardrailRule.ErrorRateLimit(Percentage.FromPercent(percent)), enforcing, 500, 2, 3);

    public static Guardrail LatencyP99(double milliseconds = 100, bool enforcing = true) =>
        new($"p99 below {milliseconds} ms", new GuardrailRule.LatencyLimit(0.99, TimeSpan.FromMilliseconds(milliseconds)), enforcing, 500, 2, 3);

    public static RolloutState State(
        RolloutPhase phase = RolloutPhase.Baking,
        string id = "media-ranker-20261121-1",
        RolloutPlan? plan = null,
        int step = 1,
        double sharePercent = 25,
        DateTimeOffset? bakeStart = null,
        DateTimeOffset? finishedAt = null,
        bool paged = false,
        string? holdTopic = null,
        string? reason = null,
        RolloutPhase? pausedFrom = null) =>
        new(
            new RolloutId(id),
            plan ?? Plan(),
            "digest",
            Version: 9,
            phase,
            PhaseSince: Now.AddMinutes(-4),
            PlannedAt: Now.AddMinutes(-30),
            StartedBy: "operator",
            step,
            Percentage.FromPercent(sharePercent),
            IntentAt: Now.AddMinutes(-4),
            WeightsConfirmedAt: Now.AddMinutes(-4),
            bakeStart ?? (phase is RolloutPhase.Baking or RolloutPhase.Soaking ? Now.AddMinutes(-4) : null),
            EvidenceSince: Now.AddMinutes(-4),
            LastSharedSince: Now.AddMinutes(-4),
            pausedFrom,
            EvidenceMissingSince: null,
            paged,
            holdTopic,
            reason,
            VariantRequests: 1,
            VariantRequestedAt: Now.AddMinutes(-25),
            finishedAt);

    public static RolloutSnapshot Rollout(
        RolloutState? state = null,
        IReadOnlyList<GuardrailAssessment>? assessments = null,
        string? activity = null) =>
        new(state ?? State(), assessments ?? [], [], activity);

    public static GuardrailAssessment Assessment(Verdict verdict, Guardrail? guardrail = null, Evidence? evidence = null) =>
        new(guardrail ?? ErrorRate(), evidence ?? Evidence.None, verdict);

    /// <summary>Sequential evidence with a point a minute up to <see cref="Now"/>.</summary>
    public static Evidence Sequential(
        IReadOnlyList<double> line,
        int provisional = 0,
        double limit = 5.7,
        double? now = null,
        ArmEvidence? challenger = null,
        ArmEvidence? champion = null,
        long settled = 488,
        TimeSpan? timeMissing = null) =>
        new(
            challenger ?? new(488, 2, Percentage.FromPercent(0.12), Percentage.FromPercent(1.04), null),
            champion ?? new(4100, 4, Percentage.FromPercent(0.05), Percentage.FromPercent(0.18), null),
            settled, 500, 0, 0, (now ?? line[^1]) / limit, Now)
        {
            LogEvidence = now ?? line[^1],
            LogLimit = limit,
            Line = [.. line.Select((value, index) => new EvidencePoint(Now.AddMinutes(index + 1 - line.Count), value, index >= line.Count - provisional))],
            TimeMissing = timeMissing,
        };
}
