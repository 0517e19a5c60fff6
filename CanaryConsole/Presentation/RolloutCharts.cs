using System.Globalization;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation.Managed;

namespace CanaryConsole.Presentation;

/// <summary>The charts of a rollout: champion against challenger, over the same time.</summary>
internal static class RolloutCharts
{
    /// <summary>Shown before the plan and after the end, so that the first and the last move are not at the edge.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private sealed record Sides(
        IReadOnlyList<MetricWindow> Champion, IReadOnlyList<MetricWindow> Challenger, DateTimeOffset SettledBefore, DateTimeOffset? StaleSince);

    public static ChartFrame Of(
        RolloutSnapshot rollout, EndpointSnapshot? endpoint, IReadOnlyList<SourceHealth> sources, TimeSpan settleDelay, DateTimeOffset now)
    {
        var plan = rollout.State.Plan;
        var (champion, challenger) = plan.Managed is not null && endpoint is not null
            ? ManagedCharts.Sides(rollout, endpoint)
            : (endpoint?.History(plan.ChampionVariant), Challenger(plan, endpoint));
        // Copies are no share of the traffic; the two fleets of a deployment have one variant's name.
        var live = plan.Managed is null ? endpoint?.History(plan.Challenger.VariantName) : challenger;
        var from = rollout.State.PlannedAt - Margin;
        var to = rollout.State.FinishedAt is { } end && end + Margin < now ? end + Margin : now;
        var sides = new Sides(Within(champion, from, to), Within(challenger, from, to), now - settleDelay, Stale(rollout.State, sources, champion, challenger));
        IReadOnlyList<ChartView> views =
        [
            View("error-rate", "Error rate", "% over 1 min", "0.00", Pooled(sides), ChartSeries.ErrorRate, ErrorLimit(plan)),
            View("latency-p99", "Latency p99", "ms", "0", sides, ChartSeries.LatencyP99, LatencyLimit(plan)),
            View("latency-p50", "Latency p50", "ms", "0", sides, ChartSeries.LatencyP50, null),
            View("requests", "Requests", "per second", "0.0", sides, ChartSeries.RequestsPerSecond, null),
            Share(sides with { Challenger = Within(live, from, to) }),
        ];
        return new(views, Markers(rollout.Events), from, to);
    }

    /// <summary>First as a shadow, then in traffic: one line.</summary>
    private static VariantHistory? Challenger(RolloutPlan plan, EndpointSnapshot? endpoint)
    {
        var live = endpoint?.History(plan.Challenger.VariantName);
        var shadow = plan.Shadow is null ? null : endpoint?.History(ShadowStage.VariantName(plan.Challenger));
        return (shadow, live) switch
        {
            (null, _) => live,
            (_, null) => shadow,
            ({ } before, { } after) => after with { Windows = [.. before.Windows, .. after.Windows] },
        };
    }

    public static IReadOnlyList<ChartMarker> Markers(IReadOnlyList<RecordedRolloutEvent> events)
    {
        var markers = new List<ChartMarker>();
        foreach (var recorded in events)
        {
            var label = recorded.Event switch
            {
                RolloutEvent.ShadowEvent.ShadowReady => "shadow",
                RolloutEvent.StepStarted started => started.Share.ToString(),
                RolloutEvent.ShareMoved moved => moved.Share.ToString(),
                RolloutEvent.PromotionStarted => "100 %",
                RolloutEvent.RollbackStarted => "back",
                RolloutEvent.ManagedEvent.DeploymentProgressed { Progress: { Stage: PendingStage.Baking, Share: var share } } => share.ToString(),
                // Other events move no traffic.
                _ => null,
            };
            if (label is not null)
            {
                markers.Add(new(recorded.At.ToUnixTimeMilliseconds(), label));
            }
        }

        return markers;
    }

    private static ChartView View(
        string id, string title, string unit, string format, Sides sides, Func<MetricWindow, double?> value, ChartLimit? limit) =>
        Put(id, title, unit, format, ChartSeries.Of(sides.Champion, value, sides.SettledBefore), ChartSeries.Of(sides.Challenger, value, sides.SettledBefore), limit, null, sides.StaleSince);

    private static Sides Pooled(Sides sides) => sides with
    {
        Champion = ChartSeries.Trailing(sides.Champion, TimeSpan.FromMinutes(1)),
        Challenger = ChartSeries.Trailing(sides.Challenger, TimeSpan.FromMinutes(1)),
    };

    private static ChartView Share(Sides sides) => Put("share", "Share", "% of requests", "0.#",
        ChartSeries.ShareOf(sides.Champion, sides.Challenger, sides.SettledBefore),
        ChartSeries.ShareOf(sides.Challenger, sides.Champion, sides.SettledBefore),
        null, 100, sides.StaleSince);

    private static ChartView Put(
        string id, string title, string unit, string format, IReadOnlyList<ChartPoint> champion, IReadOnlyList<ChartPoint> challenger,
        ChartLimit? limit, double? ceiling, DateTimeOffset? staleSince)
    {
        var championNow = Latest(champion, format);
        var challengerNow = Latest(challenger, format);
        var highest = challenger.Max(point => point.Value) is { } top ? $" The challenger's highest is {top.ToString(format, CultureInfo.InvariantCulture)}." : "";
        var summary = $"{title}, {unit}: champion {championNow}, challenger {challengerNow}{(limit is null ? "" : $", {limit.Label}")}.{highest}";
        return new(id, title, unit, champion, challenger, limit, ceiling, championNow, challengerNow, staleSince, summary);
    }

    private static string Latest(IReadOnlyList<ChartPoint> points, string format) =>
        points.LastOrDefault(point => point.Value is not null).Value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";

    private static List<MetricWindow> Within(VariantHistory? history, DateTimeOffset from, DateTimeOffset to) =>
        history is null ? [] : [.. history.Windows.Where(window => window.Start >= from && window.Start < to)];

    private static DateTimeOffset? Stale(RolloutState state, IReadOnlyList<SourceHealth> sources, params VariantHistory?[] histories)
    {
        if (state.IsFinished)
        {
            return null;
        }

        var unread = histories.OfType<VariantHistory>().Where(history => history.Problem is not null).Min(history => history.ReadAt);
        return unread ?? sources.Where(source => source.FailingSince is not null).Min(source => source.LastSuccess ?? source.FailingSince);
    }

    private static ChartLimit? ErrorLimit(RolloutPlan plan) => plan.Guardrails
        .Select(guardrail => guardrail.Rule)
        .OfType<GuardrailRule.ErrorRateLimit>()
        .OrderBy(rule => rule.Limit)
        .Select(rule => new ChartLimit(rule.Limit.Percent, $"limit {rule.Limit}"))
        .FirstOrDefault();

    private static ChartLimit? LatencyLimit(RolloutPlan plan) => plan.LatencyLimit is { } limit
        ? new ChartLimit(limit.TotalMilliseconds, $"limit {LatencyText.Of(limit)}")
        : null;
}
