using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Backtests;

/// <summary>Reads a variant's past in windows of a minute, a day at a time.</summary>
internal sealed class HistoryReader(IMetricSource source, WallClock wall)
{
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>Metrics of a minute are kept no longer.</summary>
    public const int MostDays = 15;

    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(60);

    /// <param name="read">Told after each day.</param>
    /// <returns>Ascending; only minutes with requests.</returns>
    /// <exception cref="CloudException">A day could not be read whole.</exception>
    public async Task<IReadOnlyList<MetricWindow>> ReadAsync(
        PlanOutline outline, string variant, DateTimeOffset from, DateTimeOffset to, Action? read, CancellationToken cancellationToken)
    {
        var windows = new List<MetricWindow>();
        for (var day = from; day < to; day += TimeSpan.FromDays(1))
        {
            var end = day + TimeSpan.FromDays(1) < to ? day + TimeSpan.FromDays(1) : to;
            windows.AddRange(await ReadSpanAsync(outline, variant, day, end, cancellationToken).ConfigureAwait(false));
            read?.Invoke();
        }

        return windows;
    }

    /// <summary>The last full minute.</summary>
    public static DateTimeOffset Align(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % Period.Ticks), TimeSpan.Zero);

    private async Task<IEnumerable<MetricWindow>> ReadSpanAsync(PlanOutline outline, string variant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var rules = outline.Guardrails.Select(guardrail => guardrail.Rule).ToList();
        var limits = rules.OfType<GuardrailRule.LatencyLimit>().Select(rule => rule.Limit).Distinct().Order().Take(MetricNeeds.MostThresholds).ToList();
        var request = new MetricRequest(outline.Endpoint, variant, from, to, Period, limits.Count > 0 ? limits[0] : null)
        {
            Thresholds = limits,
            ClientErrors = rules.Any(rule => rule switch
            {
                GuardrailRule.ErrorRateLimit limit => ErrorCounting.NeedsClientErrors(limit.Counted),
                GuardrailRule.ErrorRateAgainstChampion against => ErrorCounting.NeedsClientErrors(against.Counted),
                _ => false,
            }),
        };
        using var limited = new CancellationTokenSource(CallLimit, wall.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limited.Token, cancellationToken);
        try
        {
            var answers = await source.ReadAsync([request], either.Token).ConfigureAwait(false);
            return answers is [{ Problem: null } answer]
                ? answer.Windows.Where(window => window.Requests > 0)
                : throw new CloudException(CloudFailure.Unavailable, $"The metrics of {outline.Endpoint}/{variant} could not be read whole: {(answers.Count > 0 ? answers[0].Problem : "no answer")}.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CloudException(CloudFailure.Unavailable, $"The metrics of {outline.Endpoint}/{variant} did not come within {CallLimit.TotalSeconds:0} s.");
        }
    }
}
