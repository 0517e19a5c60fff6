using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Core.Backtests;

/// <summary>All replays of a backtest: from many starts over the history, healthy and with each worsening. Pure but for the draws of its seed.</summary>
internal sealed class Replays(PlanOutline outline, IReadOnlyList<MetricWindow> history, TimeSpan lateness, int wanted, int fromStep, int seed)
{
    /// <summary>Looks in all: what bounds the time it takes.</summary>
    public const int MostLooks = 500_000;

    private readonly TrafficPicture _traffic = Picture(history, lateness);

    public IReadOnlyList<Worsening> Worsenings { get; } =
        [.. Worsening.Of(outline, Picture(history, lateness)).Where(worsening => worsening.Kind is not WorseningKind.SlowerThanChampion && (worsening.Kind is not WorseningKind.Slow || CountsSlow(history)))];

    /// <summary>How many starts: as many as wanted, or as the bound allows; at least 1.</summary>
    public int Starts => (int)Math.Clamp((long)MostLooks / ((1 + Worsenings.Count) * (long)Replay.PlannedWindows(outline, history[0].Period)), 1, wanted);

    /// <summary>Of all starts, healthy and with each worsening.</summary>
    public int Total => Starts * (1 + Worsenings.Count);

    public static bool CountsSlow(IReadOnlyList<MetricWindow> history) => history.Any(window => window.SlowRequests is not null);

    /// <param name="report">Told after each replay.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public (int FalseAlarms, Percentage Low, Percentage High, IReadOnlyDictionary<string, int> Fired) Healthy(Action report, CancellationToken cancellationToken)
    {
        var ends = Run((0, 0), null, report, cancellationToken);
        var alarms = ends.Count(end => end.SeenAfter is not null);
        var (low, high) = WilsonInterval.At95(alarms, ends.Count);
        return (alarms, low, high, Fired(ends));
    }

    /// <param name="report">Told after each replay.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public WorseningReplays Worse(Worsening worsening, Action report, CancellationToken cancellationToken)
    {
        var rates = outline.Guardrails.Select(guardrail => BadRates.Of(worsening, guardrail.Rule, outline.Guardrails, _traffic)).OfType<BadRates>().First();
        var ends = Run(PretendChallenger.Injected(worsening, rates), fromStep, report, cancellationToken).Where(end => !end.TooEarly).ToList();

        // A median over all: those that were never seen stand at the far end.
        var middle = ends.OrderBy(end => end.SeenAfter ?? TimeSpan.MaxValue).ElementAtOrDefault(ends.Count / 2)?.SeenAfter;
        var harmed = ends.Where(end => end.SeenAfter is not null).Select(end => end.Harmed).Order().ToList();
        return new WorseningReplays(
            worsening,
            fromStep,
            ends.Count,
            ends.Count(end => end.SeenAfter is null),
            middle + lateness,
            middle is null ? null : harmed[harmed.Count / 2],
            Fired(ends));
    }

    private List<ReplayEnd> Run((double Failing, double Slowed) injected, int? worseFrom, Action report, CancellationToken cancellationToken)
    {
        var ends = new List<ReplayEnd>(Starts);
        for (var replay = 0; replay < Starts; replay++)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // The same starts and draws for every worsening, so that they differ in nothing else.
            ends.Add(Replay.Run(outline, history, (int)((long)replay * history.Count / Starts), unchecked((seed * 7_919) + replay), injected, worseFrom));
            report();
        }

        return ends;
    }

    private static Dictionary<string, int> Fired(List<ReplayEnd> ends) =>
        ends.SelectMany(end => end.Fired).GroupBy(name => name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static TrafficPicture Picture(IReadOnlyList<MetricWindow> history, TimeSpan lateness) => new(
        Math.Max(1e-9, history.Sum(window => window.Requests) / (history.Count * history[0].Period.TotalSeconds)), history, history[0].Period, lateness);
}
