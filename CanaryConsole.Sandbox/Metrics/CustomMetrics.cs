using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>The metrics that were published to the sandbox, each in one series for every unit it came in.</summary>
internal sealed class CustomMetrics
{
    public const int MaximumSeries = 1000;

    private readonly Dictionary<MetricId, List<CustomSeries>> _series = [];
    private int _count;

    public IEnumerable<(MetricId Id, DateTimeOffset LastWrite)> All =>
        _series.Select(pair => (pair.Key, pair.Value.Max(series => series.LastWrite)));

    public IReadOnlyList<IMetricSource> Find(MetricId id) => _series.TryGetValue(id, out var found) ? found : [];

    public CustomSeries Open(MetricId id, string unit)
    {
        if (!_series.TryGetValue(id, out var units))
        {
            units = [];
        }

        if (units.Find(series => series.Unit == unit) is { } known)
        {
            return known;
        }

        if (_count >= MaximumSeries)
        {
            throw new AwsErrorException("LimitExceeded", $"The sandbox keeps at most {MaximumSeries} custom metrics; \"{id.Name}\" in {id.Namespace} would be one more.");
        }

        _count++;
        var opened = new CustomSeries(unit);
        units.Add(opened);
        _series[id] = units;
        return opened;
    }
}
