using System.Collections.Immutable;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Monitoring;

/// <summary>The windows of one endpoint's variants as last read; newer readings of a window replace older ones.</summary>
internal sealed class MetricHistory
{
    /// <summary>At most this many windows a variant: three hours at ten seconds and some room.</summary>
    public const int MaximumWindows = 1_500;

    /// <summary>The newest periods may still change, so they are read again.</summary>
    private static readonly TimeSpan Reread = TimeSpan.FromMinutes(3);

    /// <summary>CloudWatch converges within ten minutes or so; what comes later than this after a variant went silent is not waited for.</summary>
    private static readonly TimeSpan LongestReread = TimeSpan.FromMinutes(20);

    private ImmutableDictionary<string, VariantHistory> _variants = ImmutableDictionary<string, VariantHistory>.Empty;

    public DateTimeOffset AskedAt { get; private set; }

    public VariantHistory Of(string variant) => _variants.GetValueOrDefault(variant) ?? new VariantHistory(variant, [], null, null);

    /// <summary>The endpoint's variants first; then those that are gone, so that a rollout that just ended keeps its lines.</summary>
    public IReadOnlyList<VariantHistory> InOrderOf(IReadOnlyList<VariantDescription> variants)
    {
        var present = variants.Select(variant => variant.Name).ToHashSet(StringComparer.Ordinal);
        return [.. variants.Select(variant => Of(variant.Name)), .. _variants.Values.Where(history => !present.Contains(history.Variant) && !FleetKey.Is(history.Variant)).OrderBy(history => history.Variant, StringComparer.Ordinal)];
    }

    /// <summary>The fleets of a guardrail deployment, each on its own.</summary>
    public IReadOnlyList<VariantHistory> Fleets =>
        [.. _variants.Values.Where(history => FleetKey.Is(history.Variant)).OrderBy(history => history.Variant, StringComparer.Ordinal)];

    /// <summary>Drops windows of before, and variants that have none left.</summary>
    public void Forget(DateTimeOffset before)
    {
        foreach (var old in _variants.Values.Where(history => history.Windows.Count > 0 && history.Windows[^1].Start < before).ToList())
        {
            _variants = _variants.Remove(old.Variant);
        }
    }

    /// <summary>
    /// Where the next reading starts: <paramref name="earliest"/> at first, then just before what may still change. Metrics that are late are waited for: the
    /// newest window counts, not the time of the reading, and what was corrected late is looked at longer.
    /// </summary>
    public DateTimeOffset NextFrom(string variant, DateTimeOffset earliest)
    {
        if (Of(variant) is not { ReadAt: { } readAt, Windows: [.., var newest] } known)
        {
            return earliest;
        }

        var from = (newest.End < readAt ? newest.End : readAt) - Reread;
        from = known.Lag is { } late && readAt - late.After - Reread < from ? readAt - late.After - Reread : from;
        from = from < readAt - LongestReread ? readAt - LongestReread : from;
        return from > earliest ? from : earliest;
    }

    public void Merge(MetricAnswer answer, DateTimeOffset at, DateTimeOffset keepFrom)
    {
        var known = Of(answer.Request.Key);
        var merged = known.Windows.Where(window => window.Start >= keepFrom && window.Start < answer.Request.From)
            .Concat(answer.Windows)
            .Concat(answer.Problem is null ? [] : Unread(known, answer))
            .OrderBy(window => window.Start)
            .TakeLast(MaximumWindows)
            .ToList();
        _variants = _variants.SetItem(
            answer.Request.Key,
            new VariantHistory(answer.Request.Key, merged, answer.Problem is null ? at : known.ReadAt, answer.Problem)
            {
                Lag = WindowLag.Of(known, answer, at),
            });
        AskedAt = at;
    }

    /// <summary>Nothing came back at all: what is known stays, marked with the problem.</summary>
    public void Fail(string variant, string problem, DateTimeOffset at)
    {
        _variants = _variants.SetItem(variant, Of(variant) with { Problem = problem });
        AskedAt = at;
    }

    // A partial answer takes nothing away: windows it does not have stand as they were.
    private static IEnumerable<MetricWindow> Unread(VariantHistory known, MetricAnswer answer)
    {
        var answered = answer.Windows.Select(window => window.Start).ToHashSet();
        return known.Windows.Where(window => window.Start >= answer.Request.From && !answered.Contains(window.Start));
    }
}
