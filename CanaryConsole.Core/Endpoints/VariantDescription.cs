namespace CanaryConsole.Core.Endpoints;

/// <summary>One production variant as it stands: weights are relative, at least 0; counts are instances.</summary>
public sealed record VariantDescription(
    string Name,
    string ModelName,
    string InstanceType,
    double CurrentWeight,
    double DesiredWeight,
    int CurrentInstanceCount,
    int DesiredInstanceCount);
