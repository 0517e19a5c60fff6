using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Waves;

/// <summary>The door to the waves, for pages and API.</summary>
public interface IWaveService
{
    /// <summary>Checks the request and records it; the first stage's rollouts are started right after.</summary>
    Task<WaveResult> StartAsync(WaveRequest request, string actor, CancellationToken cancellationToken);

    /// <summary>Lets the stage start that waits at its gate.</summary>
    Task<WaveResult> ApproveAsync(WaveId id, string? comment, string actor, CancellationToken cancellationToken);

    /// <summary>Goes on after a halt: the endpoints that failed are tried again, or left out.</summary>
    Task<WaveResult> ResumeAsync(WaveId id, bool leaveOut, string? comment, string actor, CancellationToken cancellationToken);

    /// <summary>Starts nothing more. Rollouts under way are left to themselves and their guards.</summary>
    Task<WaveResult> StopAsync(WaveId id, string reason, string actor, CancellationToken cancellationToken);

    /// <summary>Null when there is none of that name.</summary>
    /// <exception cref="Storage.StoreException">The events could not be read.</exception>
    Task<WaveRecord?> FindAsync(WaveId id, CancellationToken cancellationToken);

    /// <summary>Newest first, at most <paramref name="limit"/> (1 to 200).</summary>
    /// <exception cref="Storage.StoreException">The events could not be read.</exception>
    Task<IReadOnlyList<WaveState>> ListAsync(int limit, CancellationToken cancellationToken);
}

/// <summary>A wave as the store has it.</summary>
public sealed record WaveRecord(WaveState State, IReadOnlyList<RecordedWaveEvent> Events);

/// <summary>The answer to a command.</summary>
public abstract record WaveResult
{
    private WaveResult()
    {
    }

    public sealed record Accepted(WaveState State) : WaveResult;

    public sealed record Refused(RefusalKind Kind, string? Field, string Reason) : WaveResult;
}
