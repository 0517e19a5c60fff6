using CanaryConsole.Core.Registry.Metrics;

namespace CanaryConsole.Presentation.Registry;

/// <summary>A training's curve, with the champion's where there is one, in one small picture.</summary>
/// <param name="Path">SVG on the grid of <see cref="SparklinePath"/>.</param>
/// <param name="Summary">What the picture says, in words.</param>
internal sealed record CurveView(string Name, string Path, string? ChampionPath, string Last, string? ChampionLast, string Summary)
{
    public static IReadOnlyList<CurveView> Of(IReadOnlyList<MetricCurve> curves, IReadOnlyList<MetricCurve>? champion) =>
        [.. curves.Select(curve => Of(curve, champion?.FirstOrDefault(other => other.Name == curve.Name)))];

    private static CurveView Of(MetricCurve curve, MetricCurve? champion)
    {
        var all = curve.Values.Concat(champion?.Values ?? []).ToList();
        var (low, high) = (all.Min(), all.Max());
        high = high > low ? high : low + 1;
        var last = MetricText.Of(curve.Values[^1]);
        var championLast = champion is null ? null : MetricText.Of(champion.Values[^1]);
        return new CurveView(
            curve.Name,
            Drawn(curve),
            champion is null ? null : Drawn(champion),
            last,
            championLast,
            $"{curve.Name} over {curve.Values.Count} epochs, from {MetricText.Of(curve.Values[0])} to {last}{(championLast is null ? "" : $"; the champion's ended at {championLast}")}");

        string Drawn(MetricCurve one) => SparklinePath.Of([.. one.Values.Select(value => (double?)value)], low, high);
    }
}
