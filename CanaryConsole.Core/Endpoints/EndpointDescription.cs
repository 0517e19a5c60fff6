namespace CanaryConsole.Core.Endpoints;

/// <summary>An endpoint as the cloud described it at one moment.</summary>
/// <param name="Name">Unique in the account and region.</param>
/// <param name="Arn">Full resource name.</param>
/// <param name="Status">Only an endpoint in service takes a change.</param>
/// <param name="ConfigName">The endpoint configuration it serves now.</param>
/// <param name="Variants">In the configuration's order; never empty while in service.</param>
/// <param name="MetricPeriod">How often it publishes invocation metrics: 60 s, or less with enhanced metrics.</param>
/// <param name="LastModified">Moves with every change of status, weights or configuration.</param>
/// <param name="FailureReason">What the cloud says of a failure, if it says anything.</param>
public sealed record EndpointDescription(
    string Name,
    string Arn,
    EndpointStatus Status,
    string ConfigName,
    IReadOnlyList<VariantDescription> Variants,
    TimeSpan MetricPeriod,
    DateTimeOffset LastModified,
    string? FailureReason = null)
{
    /// <summary>The fleet that an update brings up beside the one that serves; null while nothing is being deployed.</summary>
    public PendingDeployment? Pending { get; init; }

    /// <summary>The alarms that watched the latest deployment that has ended: whose deployment it was; none where nothing was watched.</summary>
    public IReadOnlyList<string> LastDeploymentAlarms { get; init; } = [];

    /// <summary>Variants that get copies of requests and answer nobody; at most one, and then there is one production variant.</summary>
    public IReadOnlyList<VariantDescription> ShadowVariants { get; init; } = [];

    /// <summary>Null while nothing is captured.</summary>
    public DataCapture? Capture { get; init; }

    public VariantDescription? Variant(string name) =>
        Variants.FirstOrDefault(variant => string.Equals(variant.Name, name, StringComparison.Ordinal));

    /// <summary>The part of the traffic a variant gets now: its current weight over the sum of current weights; 0 for a variant that is not there.</summary>
    public Percentage ShareOf(string variantName)
    {
        var sum = Variants.Sum(variant => variant.CurrentWeight);
        return sum > 0 && Variant(variantName) is { } found
            ? Percentage.FromFraction(found.CurrentWeight / sum)
            : Percentage.Zero;
    }
}
