namespace CanaryConsole.Core.Endpoints;

/// <summary>
/// A variant that carries no weight, to be taken off its endpoint; the others keep their weights and counts.
/// The same removal under the same configuration name may be asked for again.
/// </summary>
/// <param name="ConfigName">Name of the new endpoint configuration.</param>
/// <param name="Tags">Written on the new configuration, beside the old one's.</param>
public sealed record VariantRemoval(string Endpoint, string ConfigName, string VariantName, IReadOnlyDictionary<string, string> Tags);
