namespace CanaryConsole.Core.Serving;

internal sealed class ServedVersions(IServingHistory history, TimeProvider clock) : IServedVersions
{
    private const int MostEndpoints = 50;

    public async Task<ILookup<string, ServedStay>> ReadAsync(IReadOnlyList<string> endpoints, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var stays = new List<ServedStay>();
        foreach (var endpoint in endpoints.Take(MostEndpoints))
        {
            stays.AddRange(ServedStays.Of(await history.OverAsync(endpoint, now - IServedVersions.Reach, now, cancellationToken).ConfigureAwait(false)));
        }

        return stays.ToLookup(stay => stay.Model, StringComparer.Ordinal);
    }
}
