namespace CanaryConsole.Core.Storage;

/// <summary>How far a reader of the whole log has come, so that it goes on there after a restart.</summary>
public interface ICursorStore
{
    /// <summary>0 for a reader that never saved.</summary>
    Task<long> ReadAsync(string reader, CancellationToken cancellationToken);

    Task SaveAsync(string reader, long position, CancellationToken cancellationToken);
}
