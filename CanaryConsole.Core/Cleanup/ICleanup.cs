namespace CanaryConsole.Core.Cleanup;

/// <summary>Unused configurations and models that the console made: listed, and deleted when a person says so.</summary>
public interface ICleanup
{
    /// <exception cref="CloudException">The cloud did not answer.</exception>
    Task<IReadOnlyList<Leftover>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Deletes what was named, each only after another look at whether anybody uses or needs it.</summary>
    Task<IReadOnlyList<CleanupOutcome>> DeleteAsync(IReadOnlyList<CleanupItem> items, string actor, CancellationToken cancellationToken);
}

/// <summary>What is to be deleted.</summary>
public sealed record CleanupItem(LeftoverKind Kind, string Name);

/// <summary>What became of one of them.</summary>
/// <param name="Kept">Why it was not deleted; null when it was.</param>
public sealed record CleanupOutcome(LeftoverKind Kind, string Name, string? Kept);
