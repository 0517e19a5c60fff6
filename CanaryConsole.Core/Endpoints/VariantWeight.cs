namespace CanaryConsole.Core.Endpoints;

/// <summary>An absolute weight for one variant, at least 0.</summary>
public sealed record VariantWeight(string VariantName, double Weight);
