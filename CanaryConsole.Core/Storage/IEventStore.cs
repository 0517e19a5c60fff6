namespace CanaryConsole.Core.Storage;

/// <summary>An event about to be stored.</summary>
/// <param name="Payload">JSON; what the hash covers is these very bytes.</param>
public sealed record NewEvent(string Type, DateTimeOffset At, string Actor, string Payload);

/// <summary>An event as stored. <paramref name="Hash"/> is the lower-case hex SHA-256 over all other members, <paramref name="PreviousHash"/> included.</summary>
/// <param name="Position">Rises over all streams in the order of storing; may have gaps.</param>
/// <param name="Version">1, 2, 3 … within the stream.</param>
/// <param name="PreviousHash">Of the event before in the same stream; 64 zeros for the first.</param>
public sealed record StoredEvent(
    long Position,
    string Stream,
    int Version,
    string Type,
    DateTimeOffset At,
    string Actor,
    string Payload,
    string PreviousHash,
    string Hash);

/// <summary>Events to append to one stream, all or none.</summary>
/// <param name="ExpectedVersion">Version of the stream's last event; 0 for a new stream.</param>
/// <param name="Acquire">A claim to take in the same transaction, as in "rollout-on/media-ranker"; held by this stream until released.</param>
/// <param name="Release">A claim of this stream to give up in the same transaction.</param>
public sealed record Append(string Stream, int ExpectedVersion, IReadOnlyList<NewEvent> Events, string? Acquire = null, string? Release = null);

/// <summary>What became of an append.</summary>
public abstract record AppendResult
{
    private AppendResult()
    {
    }

    public sealed record Appended(IReadOnlyList<StoredEvent> Events) : AppendResult;

    /// <summary>Somebody else appended first; read again and decide again.</summary>
    public sealed record VersionConflict(int ActualVersion) : AppendResult;

    /// <summary>The claim is held by another stream.</summary>
    public sealed record ClaimTaken(string Claim, string HolderStream) : AppendResult;
}

/// <summary>An append-only store of event streams, each a hash chain.</summary>
public interface IEventStore
{
    /// <exception cref="StoreException">The store could not be read or written; nothing was appended.</exception>
    Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken);

    /// <summary>A stream from the version after <paramref name="afterVersion"/> on, ascending; empty for an unknown stream.</summary>
    Task<IReadOnlyList<StoredEvent>> ReadAsync(string stream, int afterVersion, CancellationToken cancellationToken);

    /// <summary>Events of all streams, ascending by position.</summary>
    /// <param name="limit">1 to 1,000.</param>
    Task<IReadOnlyList<StoredEvent>> ReadAllAsync(long afterPosition, int limit, CancellationToken cancellationToken);

    /// <summary>Streams whose name starts with the prefix, the most recently started first.</summary>
    /// <param name="limit">1 to 1,000.</param>
    Task<IReadOnlyList<string>> ListStreamsAsync(string prefix, int limit, CancellationToken cancellationToken);

    /// <summary>Claims that start with the prefix, with the stream that holds each; at most 10,000.</summary>
    Task<IReadOnlyDictionary<string, string>> ListClaimsAsync(string prefix, CancellationToken cancellationToken);
}

/// <summary>The store failed: locked, full, unreadable. The message says what and what now.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
