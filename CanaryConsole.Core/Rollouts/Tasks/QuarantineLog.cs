using System.Text.Json;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Rollouts.Tasks;

/// <summary>Which artifacts failed, in the event store: one stream an artifact, named after its digest.</summary>
internal sealed class QuarantineLog(IEventStore store, TimeProvider clock)
{
    public const string Prefix = "quarantine/";

    private const string Quarantined = "quarantined";
    private const int Attempts = 5;

    /// <summary>The latest entry; null for an artifact that is not in quarantine.</summary>
    /// <exception cref="StoreException">The store could not be read.</exception>
    public async Task<QuarantineEntry?> FindAsync(ArtifactDigest digest, CancellationToken cancellationToken)
    {
        var events = await store.ReadAsync(Prefix + digest.Value, 0, cancellationToken).ConfigureAwait(false);
        return events.LastOrDefault(stored => stored.Type == Quarantined) is { } last ? JsonSerializer.Deserialize<QuarantineEntry>(last.Payload, CoreJson.Options) : null;
    }

    /// <summary>Once for each rollout, however often it is asked for.</summary>
    /// <exception cref="StoreException">The store could not be written.</exception>
    public async Task AddAsync(QuarantineEntry entry, CancellationToken cancellationToken)
    {
        var stream = Prefix + entry.Digest.Value;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var events = await store.ReadAsync(stream, 0, cancellationToken).ConfigureAwait(false);
            if (events.Any(stored => stored.Type == Quarantined && JsonSerializer.Deserialize<QuarantineEntry>(stored.Payload, CoreJson.Options)?.Rollout == entry.Rollout))
            {
                return;
            }

            var added = new NewEvent(Quarantined, clock.GetUtcNow(), RolloutInput.Monitor, JsonSerializer.Serialize(entry, CoreJson.Options));
            if (await store.AppendAsync(new Append(stream, events.Count, [added]), cancellationToken).ConfigureAwait(false) is AppendResult.Appended)
            {
                return;
            }
        }

        throw new StoreException($"Others kept writing the quarantine of {entry.Digest.Value}; try again.");
    }
}

/// <summary>Why an artifact is refused.</summary>
internal sealed record QuarantineEntry(ArtifactDigest Digest, RolloutId Rollout, string Model, string Reason);
