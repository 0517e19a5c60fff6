using CanaryConsole.Aws.ApplicationAutoScaling.Model;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Dashboards;
using CanaryConsole.Sandbox.Experiments;
using CanaryConsole.Sandbox.Topics;
using Tag = CanaryConsole.Aws.SageMaker.Model.Tag;

namespace CanaryConsole.Sandbox.State;

/// <summary>
/// What is kept of a world, as it is written down. Not kept: metrics, which start anew with an hour drawn at the weights found; messages already
/// published; the history of alarms; the activities of scaling; faults on demand; and multipart uploads under way. Objects in S3 are kept beside this, by themselves.
/// </summary>
internal sealed record WorldRecord
{
    public const int CurrentVersion = 1;

    public required int Version { get; init; }

    public required IReadOnlyList<ModelRecord> Models { get; init; }

    public required IReadOnlyList<ConfigRecord> EndpointConfigs { get; init; }

    public required IReadOnlyList<EndpointRecord> Endpoints { get; init; }

    public required IReadOnlyList<PackageGroupRecord> PackageGroups { get; init; }

    public required IReadOnlyList<PackageRecord> Packages { get; init; }

    public required IReadOnlyDictionary<string, List<Tag>> Tags { get; init; }

    public required IReadOnlyList<InferenceExperimentRecord> Experiments { get; init; }

    public required IReadOnlyList<TopicRecord> Topics { get; init; }

    /// <summary>How many ids of messages and subscriptions were given out: none is given twice.</summary>
    public required long MessageIds { get; init; }

    public required IReadOnlyList<Dashboard> Dashboards { get; init; }

    public required IReadOnlyList<AlarmRecord> Alarms { get; init; }

    public required IReadOnlyList<ScalableVariantRecord> ScalableVariants { get; init; }

    public required IReadOnlyList<ScalingPolicyRecord> ScalingPolicies { get; init; }
}

internal sealed record ModelRecord(CreateModelRequest Definition, DateTimeOffset CreatedAt);

internal sealed record ConfigRecord(CreateEndpointConfigRequest Definition, DateTimeOffset CreatedAt);

/// <summary>An endpoint with the config and the models it serves, for both may be deleted under it.</summary>
internal sealed record EndpointRecord(
    string Name,
    ConfigRecord Config,
    IReadOnlyList<ModelRecord> Models,
    IReadOnlyList<VariantRecord> Variants,
    string Status,
    bool IsUpdating,
    string? FailureReason,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastModifiedAt,
    DeploymentConfig? LastDeploymentConfig);

internal sealed record VariantRecord(string Name, float Weight, int InstanceCount);

internal sealed record PackageGroupRecord(string Name, string? Description, DateTimeOffset CreatedAt, ManagedConfiguration? ManagedConfiguration, int LastVersion);

internal sealed record PackageRecord(DescribeModelPackageResponse Description, DateTimeOffset CreatedAt, TimeSpan Making, string? ClientToken);

internal sealed record InferenceExperimentRecord(
    CreateInferenceExperimentRequest Definition,
    ExperimentPlan Plan,
    string Status,
    string? StatusReason,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastModifiedAt,
    DateTimeOffset? CompletedAt);

internal sealed record TopicRecord(string Name, string DisplayName, IReadOnlyList<Subscription> Subscriptions);

internal sealed record AlarmRecord(
    PutMetricAlarmRequest Definition,
    DateTimeOffset ConfiguredAt,
    string State,
    string StateReason,
    string? StateReasonData,
    DateTimeOffset StateUpdatedAt,
    DateTimeOffset StateChangedAt);

internal sealed record ScalableVariantRecord(string EndpointName, string VariantName, int Minimum, int Maximum, SuspendedState? Suspended, DateTimeOffset CreatedAt);

internal sealed record ScalingPolicyRecord(
    string Name, string EndpointName, string VariantName, TargetTrackingScalingPolicyConfiguration Definition, DateTimeOffset CreatedAt);
