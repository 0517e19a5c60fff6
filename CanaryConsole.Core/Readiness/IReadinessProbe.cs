namespace CanaryConsole.Core.Readiness;

/// <summary>Looks up whether all that a variant is started from still exists.</summary>
public interface IReadinessProbe
{
    /// <summary>One check for each thing; what cannot be found out is a check too, never an exception.</summary>
    Task<IReadOnlyList<ReadinessCheck>> CheckAsync(ReadinessQuestion question, CancellationToken cancellationToken);

    /// <summary>The same for a model that no variant has yet.</summary>
    Task<IReadOnlyList<ReadinessCheck>> CheckModelAsync(ModelQuestion question, CancellationToken cancellationToken);
}

/// <param name="ConfigName">The endpoint configuration the rollout came from; the one it serves now is looked at as well.</param>
/// <param name="Variant">The variant that must be able to take all traffic.</param>
public sealed record ReadinessQuestion(string Endpoint, string ConfigName, string Variant);

/// <param name="PackageArn">The package that the model is to be made of; null for a model that exists.</param>
/// <param name="EndpointArn">Of the endpoint it is for: says whose account this is.</param>
public sealed record ModelQuestion(string Model, string? PackageArn, string EndpointArn);
