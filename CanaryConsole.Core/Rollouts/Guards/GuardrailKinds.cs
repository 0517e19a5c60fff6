using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The kinds of guardrails by their names in a request, and which fields belong to each beside those that belong to all.</summary>
internal static class GuardrailKinds
{
    public const string ErrorRateLimit = "errorRateLimit";
    public const string ErrorRateAgainstChampion = "errorRateAgainstChampion";
    public const string LatencyLimit = "latencyLimit";
    public const string LatencyAgainstChampion = "latencyAgainstChampion";
    public const string UtilizationLimit = "utilizationLimit";
    public const string InvocationsMissing = "invocationsMissing";
    public const string MetricLimit = "metricLimit";
    public const string AlarmState = "alarmState";
    public const string TrafficSplit = "trafficSplit";

    private static readonly string[] Requests = ["test", "budgetWeight", "minimumRequests", "failedLooks", "looks"];

    public static IReadOnlyList<Kind> All { get; } =
    [
        new(ErrorRateLimit, ["limit", "counted", "catastropheTier", .. Requests]),
        new(ErrorRateAgainstChampion, ["ratio", "counted", .. Requests]),
        new(LatencyLimit, ["limit", "percentile", .. Requests]),
        new(LatencyAgainstChampion, ["ratio", "test", "budgetWeight", "minimumRequests"], GuardTest.Sequential),
        new(UtilizationLimit, ["resource", "limit", "test", "failedLooks", "looks"], GuardTest.FailedLooks),
        new(InvocationsMissing, ["minutes"], GuardTest.FailedLooks),
        new(MetricLimit, ["metrics", "expression", "unit", "limit", "limitUnit", "fails", "test", "failedLooks", "looks"], GuardTest.FailedLooks),
        new(AlarmState, ["alarmName", "test"], GuardTest.FailedLooks),
        new(TrafficSplit, ["minimumRequests"], GuardTest.Sequential),
    ];

    /// <summary>Every field that does not belong to all kinds, and whether a request has it.</summary>
    public static IReadOnlyList<(string Field, Func<GuardrailRequest, bool> IsGiven)> Fields { get; } =
    [
        ("limit", request => request.Limit is not null),
        ("ratio", request => request.Ratio is not null),
        ("percentile", request => request.Percentile is not null),
        ("counted", request => request.Counted is not null),
        ("resource", request => request.Resource is not null),
        ("minutes", request => request.Minutes is not null),
        ("metrics", request => request.Metrics is not null),
        ("expression", request => request.Expression is not null),
        ("unit", request => request.Unit is not null),
        ("limitUnit", request => request.LimitUnit is not null),
        ("fails", request => request.Fails is not null),
        ("alarmName", request => request.AlarmName is not null),
        ("test", request => request.Test is not null),
        ("budgetWeight", request => request.BudgetWeight is not null),
        ("catastropheTier", request => request.CatastropheTier is not null),
        ("minimumRequests", request => request.MinimumRequests is not null),
        ("failedLooks", request => request.FailedLooks is not null),
        ("looks", request => request.Looks is not null),
    ];

    public static Kind? Find(string? name) => All.FirstOrDefault(kind => string.Equals(kind.Name, name, StringComparison.Ordinal));

    /// <param name="OnlyTest">Null where both can be had.</param>
    internal sealed record Kind(string Name, IReadOnlyList<string> Fields, GuardTest? OnlyTest = null);
}
