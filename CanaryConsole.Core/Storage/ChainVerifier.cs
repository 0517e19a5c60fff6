namespace CanaryConsole.Core.Storage;

/// <summary>Verifies any store through its contract. A store that can look deeper brings its own <see cref="IChainVerifier"/>.</summary>
public sealed class ChainVerifier(IEventStore store) : IChainVerifier
{
    private const int PageSize = 1000;

    public async Task<ChainVerification> VerifyAsync(CancellationToken cancellationToken)
    {
        var walk = new ChainWalk();
        var position = 0L;
        while (true)
        {
            var page = await store.ReadAllAsync(position, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return walk.Result;
            }

            foreach (var stored in page)
            {
                walk.Add(stored);
            }

            position = page[^1].Position;
        }
    }
}
