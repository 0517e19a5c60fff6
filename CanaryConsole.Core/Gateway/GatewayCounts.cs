using System.Collections.Concurrent;
using CanaryConsole.Core.Monitoring;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Gateway;

/// <summary>All that the gateway has counted in the last 15 minutes. Safe for any number of threads; at most 256 variants, of which those that nobody asks for make room.</summary>
internal sealed class GatewayCounts(IOptions<GatewayOptions> options, TimeProvider clock) : IGatewayCounts
{
    public const int MostVariants = 256;

    private const int ActiveSeconds = 60;

    private readonly EndpointPatterns _patterns = new(options.Value.Endpoints);
    private readonly ConcurrentDictionary<VariantKey, VariantCounts> _variants = new();

    public IReadOnlyList<string> ActiveEndpoints
    {
        get
        {
            var since = Now - ActiveSeconds;
            return [.. _variants.Where(one => one.Value.LatestSecond >= since).Select(one => one.Key.Endpoint).Distinct(StringComparer.Ordinal)];
        }
    }

    private long Now => Second(clock.GetUtcNow());

    public bool Covers(string endpoint) => _patterns.Allow(endpoint);

    public void Record(string endpoint, string variant, InvocationStatus status, TimeSpan latency, bool isPinned) =>
        Of(new VariantKey(endpoint, variant)).Record(Now, status, latency, isPinned);

    /// <summary>Whether the variant has answered before: a name that only a caller knows is no variant.</summary>
    public bool Knows(string endpoint, string variant) => _variants.ContainsKey(new VariantKey(endpoint, variant));

    public IReadOnlyList<MetricWindow> Windows(string endpoint, string variant, DateTimeOffset from, IReadOnlyList<TimeSpan> thresholds) =>
        _variants.TryGetValue(new VariantKey(endpoint, variant), out var counts) ? counts.Windows(FirstWhole(from), Now, thresholds) : [];

    public IReadOnlyList<ClosedSecond> Seconds(string endpoint, string variant, DateTimeOffset from) =>
        _variants.TryGetValue(new VariantKey(endpoint, variant), out var counts) ? counts.Seconds(FirstWhole(from), Now) : [];

    public long Pinned(string endpoint, string variant, DateTimeOffset from) =>
        _variants.TryGetValue(new VariantKey(endpoint, variant), out var counts) ? counts.Pinned(FirstWhole(from), Now) : 0;

    /// <summary>The variants with requests in the last 15 minutes, by name.</summary>
    public IReadOnlyList<string> VariantsOf(string endpoint)
    {
        var since = Now - VariantCounts.KeptSeconds;
        return [.. _variants.Where(one => one.Key.Endpoint == endpoint && one.Value.LatestSecond >= since).Select(one => one.Key.Variant).Order(StringComparer.Ordinal)];
    }

    /// <summary>Every variant's seconds that are over, from the given one on.</summary>
    public IEnumerable<(VariantKey Variant, IReadOnlyList<ClosedSecond> Seconds)> Since(Func<VariantKey, long> from)
    {
        var now = Now;
        return _variants.Select(one => (one.Key, one.Value.Seconds(from(one.Key), now)));
    }

    private static long Second(DateTimeOffset time) => time.ToUnixTimeSeconds();

    // A window begins where its second does: one that began before the moment asked for is none of its windows.
    private static long FirstWhole(DateTimeOffset from) => (long)Math.Ceiling((from - DateTimeOffset.UnixEpoch).TotalSeconds);

    private VariantCounts Of(VariantKey variant)
    {
        if (_variants.TryGetValue(variant, out var counts))
        {
            return counts;
        }

        if (_variants.Count >= MostVariants)
        {
            _variants.TryRemove(_variants.MinBy(one => one.Value.LatestSecond).Key, out _);
        }

        return _variants.GetOrAdd(variant, static _ => new VariantCounts());
    }
}

internal readonly record struct VariantKey(string Endpoint, string Variant);
