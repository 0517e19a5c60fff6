using System.Globalization;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation.Guards;

namespace CanaryConsole.Presentation;

/// <summary>Guardrails put back into the form.</summary>
internal static class GuardrailFilling
{
    public static GuardrailDraft Of(GuardrailRequest request)
    {
        var usual = GuardrailDraft.New(request.Kind);
        var draft = new GuardrailDraft
        {
            Kind = request.Kind,
            Name = request.Name ?? "",
            Limit = request.Limit is { } limit ? Text(request.Kind is GuardrailKind.ErrorRateLimit ? Math.Round(limit * 100, 6) : limit) : usual.Limit,
            Ratio = Text(request.Ratio),
            Percentile = request.Percentile is { } percentile ? Text(Math.Round(percentile * 100, 6)) : usual.Percentile,
            Counted = request.Counted ?? usual.Counted,
            Resource = request.Resource ?? usual.Resource,
            Minutes = Text(request.Minutes),
            Expression = request.Expression ?? "",
            Unit = request.Unit ?? usual.Unit,
            LimitUnit = request.LimitUnit ?? "",
            Fails = request.Fails ?? usual.Fails,
            AlarmName = request.AlarmName ?? "",
            Enforcing = request.Enforcing ?? usual.Enforcing,
            Severity = request.Severity ?? usual.Severity,
            MissingData = request.MissingData ?? usual.MissingData,
            Test = request.Test ?? "",
            BudgetWeight = Text(request.BudgetWeight),
            CatastropheTier = request.CatastropheTier ?? usual.CatastropheTier,
            MinimumRequests = Text(request.MinimumRequests),
            FailedLooks = Text(request.FailedLooks),
            Looks = Text(request.Looks),
        };
        draft.Metrics.AddRange((request.Metrics ?? []).Select(Term));
        return draft;
    }

    /// <summary>The usual limits as rows of their own, so that others can stand beside them.</summary>
    public static IEnumerable<GuardrailDraft> OfLimits(RolloutDraft draft)
    {
        if (draft.AgainstChampion)
        {
            yield return new GuardrailDraft { Kind = GuardrailKind.ErrorRateAgainstChampion, Ratio = draft.ErrorRatioLimit };
        }

        yield return new GuardrailDraft { Kind = GuardrailKind.ErrorRateLimit, Limit = draft.ErrorRateLimit };
        yield return new GuardrailDraft { Kind = GuardrailKind.LatencyLimit, Limit = draft.LatencyLimitMs };
    }

    private static MetricTermDraft Term(MetricTermRequest term) => new()
    {
        Id = term.Id ?? "",
        Namespace = term.Namespace,
        MetricName = term.MetricName,
        Dimensions = string.Join('\n', (term.Dimensions ?? new Dictionary<string, string>()).Select(dimension => $"{dimension.Key}={dimension.Value}")),
        Statistic = term.Statistic ?? "Average",
    };

    private static string Text(double? value) => value?.ToString("0.#########", CultureInfo.InvariantCulture) ?? "";
}
