namespace CanaryConsole.Core.Endpoints;

/// <summary>Tags on resources; keys are at most 128 characters, values at most 256, at most 50 on one resource. Every failure is a <see cref="CloudException"/>.</summary>
public interface ITagging
{
    Task<IReadOnlyDictionary<string, string>> ReadAsync(string resourceArn, CancellationToken cancellationToken);

    /// <summary>Writes these tags beside the others.</summary>
    Task PutAsync(string resourceArn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    Task RemoveAsync(string resourceArn, IReadOnlyList<string> keys, CancellationToken cancellationToken);
}
