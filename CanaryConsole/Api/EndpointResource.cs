using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api;

/// <summary>An endpoint as last read.</summary>
/// <param name="DescribedAt">When it was read; absent when it was read for this very answer.</param>
/// <param name="Rollout">The rollout that moves its traffic now.</param>
internal sealed record EndpointResource(
    string Name,
    string Arn,
    EndpointStatus Status,
    string ConfigName,
    DateTimeOffset LastModified,
    DateTimeOffset? DescribedAt,
    string? FailureReason,
    IReadOnlyList<VariantResource> Variants,
    RolloutId? Rollout)
{
    public static EndpointResource Of(EndpointSnapshot endpoint, MonitorSnapshot snapshot) =>
        Of(endpoint.Description, snapshot, endpoint.DescribedAt, endpoint.History);

    public static EndpointResource Of(EndpointDescription description, MonitorSnapshot snapshot) =>
        Of(description, snapshot, null, _ => null);

    private static EndpointResource Of(EndpointDescription description, MonitorSnapshot snapshot, DateTimeOffset? describedAt, Func<string, VariantHistory?> history) => new(
        description.Name,
        description.Arn,
        description.Status,
        description.ConfigName,
        description.LastModified,
        describedAt,
        description.FailureReason,
        [.. description.Variants.Select(variant => VariantResource.Of(variant, description.ShareOf(variant.Name), history(variant.Name)))],
        snapshot.ActiveRolloutOn(description.Name)?.State.Id);
}

/// <summary>One variant: its share of the traffic now, and its newest metric window.</summary>
internal sealed record VariantResource(
    string Name,
    string Model,
    string InstanceType,
    int CurrentInstanceCount,
    int DesiredInstanceCount,
    double CurrentWeight,
    double DesiredWeight,
    Percentage Share,
    MetricWindow? Latest,
    string? Problem)
{
    public static VariantResource Of(VariantDescription variant, Percentage share, VariantHistory? history) => new(
        variant.Name,
        variant.ModelName,
        variant.InstanceType,
        variant.CurrentInstanceCount,
        variant.DesiredInstanceCount,
        variant.CurrentWeight,
        variant.DesiredWeight,
        share,
        history?.Windows is [.., var newest] ? newest : null,
        history?.Problem);
}

internal sealed record EndpointList(IReadOnlyList<EndpointResource> Endpoints);

/// <summary>Every variant's share, a fraction 0 to 1; they add up to 1.</summary>
internal sealed record WeightsBody
{
    public required IReadOnlyDictionary<string, double> Weights { get; init; }
}

/// <summary>The cloud took the weights; the endpoint shows them once they are applied.</summary>
internal sealed record WeightsAccepted(string Endpoint, IReadOnlyList<VariantWeight> Before, IReadOnlyList<VariantWeight> Requested);
