using System.Text.Json.Serialization;

namespace CanaryConsole.Api.Published;

/// <summary>What `POST /api/deployments` takes.</summary>
internal sealed record DeploymentRequest
{
    /// <summary>"create".</summary>
    [JsonPropertyName("action")]
    public string Action { get; init; } = DeploymentActions.Create;

    [JsonPropertyName("config")]
    public required DeploymentConfig Config { get; init; }
}

internal static class DeploymentActions
{
    public const string Create = "create";
}

/// <summary>The deployment: thresholds that are left out have the console's defaults.</summary>
internal sealed record DeploymentConfig
{
    [JsonPropertyName("endpoint_name")]
    public required string EndpointName { get; init; }

    [JsonPropertyName("current_variant")]
    public CurrentVariant? CurrentVariant { get; init; }

    [JsonPropertyName("canary_variant")]
    public required CanaryVariant CanaryVariant { get; init; }

    [JsonPropertyName("auto_rollback_enabled")]
    public bool AutoRollbackEnabled { get; init; } = true;

    /// <summary>On the 99th percentile, in milliseconds.</summary>
    [JsonPropertyName("latency_threshold_ms")]
    public double? LatencyThresholdMs { get; init; }

    /// <summary>A fraction 0 to 1.</summary>
    [JsonPropertyName("error_rate_threshold")]
    public double? ErrorRateThreshold { get; init; }

    /// <summary>How long each share must hold.</summary>
    [JsonPropertyName("bake_time_minutes")]
    public double? BakeTimeMinutes { get; init; }
}

/// <summary>The variant that serves.</summary>
internal sealed record CurrentVariant
{
    [JsonPropertyName("variant_name")]
    public string? VariantName { get; init; }

    [JsonPropertyName("model_name")]
    public string? ModelName { get; init; }
}

/// <summary>The variant that wants to.</summary>
internal sealed record CanaryVariant
{
    [JsonPropertyName("variant_name")]
    public string VariantName { get; init; } = "canary";

    [JsonPropertyName("model_name")]
    public required string ModelName { get; init; }

    /// <summary>Its first share, above 0 and below 1.</summary>
    [JsonPropertyName("initial_weight")]
    public double? InitialWeight { get; init; }

    [JsonPropertyName("instance_type")]
    public string? InstanceType { get; init; }

    [JsonPropertyName("initial_instance_count")]
    public int? InitialInstanceCount { get; init; }
}
