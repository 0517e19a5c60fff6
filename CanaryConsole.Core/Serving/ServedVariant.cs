namespace CanaryConsole.Core.Serving;

/// <summary>One variant's part of an endpoint's traffic.</summary>
/// <param name="Model">Null where no event says which model it ran.</param>
/// <param name="PackageGroup">With <paramref name="PackageVersion"/>, where the model came from; null where no event says.</param>
public sealed record ServedVariant(string Variant, string? Model, string? PackageGroup, int? PackageVersion, Percentage Share);
