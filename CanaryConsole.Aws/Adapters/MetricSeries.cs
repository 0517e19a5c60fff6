using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;

namespace CanaryConsole.Aws.Adapters;

/// <summary>What CloudWatch delivered for one query, over all pages of the answer.</summary>
internal sealed class MetricSeries
{
    private readonly Dictionary<long, double> _values = [];
    private StatusCode? _status;

    /// <summary>The values delivered are right, those not delivered may still exist.</summary>
    public bool IsPartial => _status is null || _status == StatusCode.PartialData;

    /// <summary>Nothing here can be relied on.</summary>
    public bool HasFailed => _status is not null && _status != StatusCode.Complete && _status != StatusCode.PartialData;

    public string? Status => _status?.Value;

    public IEnumerable<long> Timestamps => _values.Keys;

    public void Add(MetricDataResult page)
    {
        // The last page has the last word, except that a failure on any page stays one.
        if (!HasFailed)
        {
            _status = page.StatusCode ?? StatusCode.Complete;
        }

        var timestamps = page.Timestamps ?? [];
        var values = page.Values ?? [];
        for (var i = 0; i < Math.Min(timestamps.Count, values.Count); i++)
        {
            if (double.IsFinite(values[i]))
            {
                _values[timestamps[i].Ticks] = values[i];
            }
        }
    }

    public double? At(long ticks) => !HasFailed && _values.TryGetValue(ticks, out var value) ? value : null;
}
