using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Forecasts;

/// <summary>The monitor's latest snapshot and the daily curves read lately. Safe for any number of threads.</summary>
internal sealed class OutlookDesk(
    ISnapshotFeed<MonitorSnapshot> feed, IMetricSource source, IBaselineReader baseline, IOptions<MonitoringOptions> options, TimeProvider clock, WallClock wall) : IOutlookDesk
{
    private const int MostKept = 100;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly BaselineShelf _baselines = new(baseline, clock);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset At, IReadOnlyList<double?> ByHour)> _days = new(StringComparer.Ordinal);

    public Outlook Of(RolloutRequest request)
    {
        switch (PlanOutline.Of(request))
        {
            case OutlineResult.Invalid invalid:
                return new Outlook(null, null, null, [], invalid.Reason, invalid.Field);
            case OutlineResult.Made { Outline: var outline }:
                var traffic = TrafficOf(outline.Endpoint, outline.ChampionVariant);
                var forecast = traffic is null ? null : Forecaster.Of(outline, traffic, clock.GetUtcNow());
                var readings = Champion(outline) is null ? new Dictionary<string, SignalReading>() : _baselines.Find(outline);
                return new Outlook(outline, traffic, forecast, [.. PlanLint.Check(outline, traffic, forecast), .. Unread(outline, readings)]) { NeedsBaseline = readings is null };
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public TrafficPicture? TrafficOf(string endpoint, string? champion) =>
        TrafficPicture.Of(feed.Current.Endpoint(endpoint), champion, options.Value.SettleDelay) is { } now ? now with { ByHour = Day(endpoint) } : null;

    public async Task ReadBaselineAsync(RolloutRequest request, CancellationToken cancellationToken)
    {
        if (PlanOutline.Of(request) is OutlineResult.Made { Outline: var outline } && Champion(outline) is { } champion)
        {
            await _baselines.ReadAsync(outline, champion, feed.Current.Endpoint(outline.Endpoint)!.Description.MetricPeriod, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task ReadDayAsync(string endpoint, CancellationToken cancellationToken)
    {
        if (feed.Current.Endpoint(endpoint) is not { } seen || IsFresh(endpoint))
        {
            return;
        }

        var to = new DateTimeOffset(clock.GetUtcNow().UtcTicks / Hour.Ticks * Hour.Ticks, TimeSpan.Zero);
        using var limited = new CancellationTokenSource(CallLimit, wall.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limited.Token, cancellationToken);
        try
        {
            var requests = seen.Description.Variants.Select(variant => new MetricRequest(endpoint, variant.Name, to - (24 * Hour), to, Hour, null)).ToList();
            var answers = requests.Count > 0 ? await source.ReadAsync(requests, either.Token).ConfigureAwait(false) : [];
            if (answers.All(answer => answer.Problem is null))
            {
                var windows = answers.SelectMany(answer => answer.Windows).ToList();

                // The first hour of an endpoint that is younger than the day is not a whole one.
                var first = windows.Count > 0 ? windows.Min(window => window.Start) : to;
                var whole = windows.Where(window => window.Start > first || first == to - (24 * Hour)).ToList();
                Keep(endpoint, [.. Enumerable.Range(0, 24).Select(hour => PerSecond(whole, hour))]);
            }
        }
        catch (CloudException)
        {
            // Every hour counts like now, as it did before.
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The same: a curve that does not come in time is none.
        }
    }

    private string? Champion(PlanOutline outline) => feed.Current.Endpoint(outline.Endpoint) is { Description.Variants: var variants }
        ? outline.ChampionVariant ?? variants.MaxBy(variant => variant.CurrentWeight)?.Name
        : null;

    private IReadOnlyList<LintFinding> Unread(PlanOutline outline, IReadOnlyDictionary<string, SignalReading>? readings) =>
        readings is { Count: > 0 } ? BaselineLint.Check(outline.Guardrails, Champion(outline) ?? "the champion", readings) : [];

    private static double? PerSecond(IReadOnlyList<MetricWindow> windows, int hour)
    {
        var own = windows.Where(window => window.Start.UtcDateTime.Hour == hour).ToList();
        return own.Count > 0 ? own.Sum(window => window.Requests) / Hour.TotalSeconds : null;
    }

    private IReadOnlyList<double?> Day(string endpoint)
    {
        lock (_gate)
        {
            return _days.TryGetValue(endpoint, out var day) ? day.ByHour : [];
        }
    }

    private bool IsFresh(string endpoint)
    {
        lock (_gate)
        {
            return _days.TryGetValue(endpoint, out var day) && clock.GetUtcNow() - day.At < Fresh;
        }
    }

    private void Keep(string endpoint, IReadOnlyList<double?> byHour)
    {
        lock (_gate)
        {
            if (_days.Count >= MostKept && !_days.ContainsKey(endpoint))
            {
                _days.Remove(_days.MinBy(day => day.Value.At).Key);
            }

            _days[endpoint] = (clock.GetUtcNow(), byHour);
        }
    }
}
