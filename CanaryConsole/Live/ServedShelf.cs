using CanaryConsole.Core.Serving;

namespace CanaryConsole.Live;

/// <summary>Which versions had traffic lately; read from the events at most every few seconds, however many look.</summary>
internal sealed class ServedShelf(IServedVersions served, TimeProvider time)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(30);
    private static readonly ILookup<string, ServedStay> Nothing = Array.Empty<ServedStay>().ToLookup(stay => stay.Model);

    private volatile Reading? _last;

    /// <summary>Nothing where the events cannot be read: where a version served before is a hint beside the list, and no reason not to show it.</summary>
    public async Task<ILookup<string, ServedStay>> ReadAsync(IReadOnlyList<string> endpoints, CancellationToken cancellationToken)
    {
        var key = string.Join('\n', endpoints);
        if (_last is { } kept && kept.Endpoints == key && time.GetUtcNow() - kept.At < GoodFor)
        {
            return kept.Stays;
        }

        try
        {
            var stays = await served.ReadAsync(endpoints, cancellationToken);
            _last = new Reading(key, time.GetUtcNow(), stays);
            return stays;
        }
        catch (Core.Storage.StoreException)
        {
            return Nothing;
        }
    }

    private sealed record Reading(string Endpoints, DateTimeOffset At, ILookup<string, ServedStay> Stays);
}
