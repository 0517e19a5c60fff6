using System.Collections.Concurrent;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What the last look saw of each shadow stage under way. Safe for any number of threads; nothing here outlives a restart, because the next look sees it again.</summary>
internal sealed class ShadowBook
{
    private readonly ConcurrentDictionary<RolloutId, ShadowSight> _sights = new();

    public ShadowSight? Of(RolloutId id) => _sights.GetValueOrDefault(id);

    public void Note(RolloutId id, ShadowSight sight) => _sights[id] = sight;

    /// <summary>Forgets every stage that is not under way any more.</summary>
    public void Keep(IReadOnlyCollection<RolloutId> underWay)
    {
        foreach (var id in _sights.Keys.Except(underWay))
        {
            _sights.TryRemove(id, out _);
        }
    }
}
