namespace CanaryConsole.Core.Storage;

/// <summary>The first answer to a write, kept so that a repeat gets it again.</summary>
/// <param name="RequestDigest">SHA-256 of method, path and body: the same key with another request is a mistake.</param>
public sealed record StoredAnswer(string RequestDigest, int StatusCode, string ContentType, string Body);

/// <summary>Answers by idempotency key, kept for 24 hours and bounded in number.</summary>
public interface IIdempotencyStore
{
    Task<StoredAnswer?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keeps the answer unless the key has one already; returns the one that is kept.</summary>
    Task<StoredAnswer> KeepAsync(string key, StoredAnswer answer, CancellationToken cancellationToken);
}
