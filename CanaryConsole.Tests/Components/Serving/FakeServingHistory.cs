using CanaryConsole.Core.Serving;

namespace CanaryConsole.Tests.Components.Serving;

/// <summary>Changes that a test puts there, told by the contract.</summary>
internal sealed class FakeServingHistory : IServingHistory
{
    public List<ServingChange> Changes { get; } = [];

    public Exception? Failure { get; set; }

    public Task<ServingMoment> AtAsync(string endpoint, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (Failure is not null)
        {
            return Task.FromException<ServingMoment>(Failure);
        }

        var known = Changes.LastOrDefault(change => change.At <= at && change.Proof is ServingProof.ReadBack);
        var pending = Changes.LastOrDefault(change => change.At <= at && change.Proof is ServingProof.Ordered && (known is null || change.At > known.At));
        return Task.FromResult(new ServingMoment(endpoint, at, known, pending, Changes.FirstOrDefault(change => change.At > at)));
    }

    public async Task<ServingSpan> OverAsync(string endpoint, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        new(endpoint, from, to, await AtAsync(endpoint, from, cancellationToken), [.. Changes.Where(change => change.At > from && change.At <= to)], false);
}
