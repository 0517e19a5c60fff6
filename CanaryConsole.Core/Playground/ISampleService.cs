namespace CanaryConsole.Core.Playground;

/// <summary>Payloads kept under names, for each endpoint. What was saved stays in the log, also of a sample that was deleted.</summary>
public interface ISampleService
{
    /// <summary>By name; at most 50.</summary>
    /// <exception cref="Storage.StoreException">The events could not be read.</exception>
    Task<IReadOnlyList<Sample>> ListAsync(string endpoint, CancellationToken cancellationToken);

    /// <summary>Null when there is none of that name, or it was deleted.</summary>
    /// <exception cref="Storage.StoreException">The events could not be read.</exception>
    Task<Sample?> FindAsync(string endpoint, string name, CancellationToken cancellationToken);

    /// <summary>Keeps the payload under the name, in place of what was there.</summary>
    Task<SampleResult> SaveAsync(string endpoint, string name, SampleEvent.SampleSaved sample, string actor, CancellationToken cancellationToken);

    Task<SampleResult> DeleteAsync(string endpoint, string name, string actor, CancellationToken cancellationToken);
}
