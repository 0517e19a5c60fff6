namespace CanaryConsole.Sandbox.Metrics;

/// <summary>The two sets of dimensions under which SageMaker publishes: a variant, and during a guardrail deployment also the variant on one endpoint config.</summary>
internal readonly record struct VariantKey(string Endpoint, string Variant, string? Config)
{
    private const string EndpointName = "EndpointName";
    private const string VariantName = "VariantName";
    private const string EndpointConfigName = "EndpointConfigName";

    public DimensionSet Dimensions => Config is null
        ? DimensionSet.Of((EndpointName, Endpoint), (VariantName, Variant))
        : DimensionSet.Of((EndpointName, Endpoint), (VariantName, Variant), (EndpointConfigName, Config));

    // Any other set of dimensions names a series that has no data, and AWS does not call that an error.
    public static VariantKey? Of(DimensionSet dimensions)
    {
        var config = dimensions.ValueOf(EndpointConfigName);
        return dimensions.Sorted.Count == (config is null ? 2 : 3)
            && dimensions.ValueOf(EndpointName) is { } endpoint
            && dimensions.ValueOf(VariantName) is { } variant
            ? new VariantKey(endpoint, variant, config)
            : null;
    }
}
