using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What the next rollout of an endpoint is called: the day and a number.</summary>
internal sealed class RolloutNumbering(IEventStore store, TimeProvider clock)
{
    private const int Attempts = 10;
    private const int MostADay = 1_000;

    /// <summary>The first that may be free, and those to try where somebody is faster.</summary>
    public async Task<IReadOnlyList<RolloutId>> NextAsync(string endpoint, CancellationToken cancellationToken)
    {
        var day = FormattableString.Invariant($"{endpoint}-{clock.GetUtcNow().UtcDateTime:yyyyMMdd}");
        var known = await store.ListStreamsAsync($"{RolloutEventJson.StreamPrefix}{day}-", MostADay, cancellationToken).ConfigureAwait(false);
        return [.. Enumerable.Range(known.Count + 1, Attempts).Select(number => new RolloutId(FormattableString.Invariant($"{day}-{number}")))];
    }
}
