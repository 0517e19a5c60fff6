using System.Text.Json.Serialization;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What a person or a machine asks for; everything not given has a default (design: section 5). Raw values: the service checks them.</summary>
public sealed record RolloutRequest
{
    public required string Endpoint { get; init; }

    /// <summary>The model to bring in; or a registry version by <see cref="PackageGroup"/> and <see cref="PackageVersion"/>.</summary>
    public string? ModelName { get; init; }

    public string? PackageGroup { get; init; }

    public int? PackageVersion { get; init; }

    /// <summary>Instead of model and version: the newest version of a group that carries a training run's id.</summary>
    public CandidateRequest? Candidate { get; init; }

    /// <summary>Default: the variant with the greatest share.</summary>
    public string? ChampionVariant { get; init; }

    /// <summary>Default: "challenger-" and the version, or the model's name.</summary>
    public string? ChallengerVariant { get; init; }

    public Strategy Strategy { get; init; } = Strategy.Canary;

    /// <summary>Default: 5 %, 25 %, 50 % at 10 min each for a canary; 10 % steps for linear; none for all at once; one with a gate for an A/B hold. Required for custom steps.</summary>
    public IReadOnlyList<StepRequest>? Steps { get; init; }

    /// <summary>A shadow stage before the steps; its defaults for <see cref="Strategy.Shadow"/>, otherwise none.</summary>
    public ShadowRequest? Shadow { get; init; }

    /// <summary>Linear only: the share added by each step, a fraction 0.01..0.5.</summary>
    public double? LinearIncrement { get; init; }

    /// <summary>A/B hold only: the challenger's share, a fraction above 0 and below 1; default 0.5.</summary>
    public double? HoldShare { get; init; }

    /// <summary>Bake of each default step, in minutes; 0 to 10,080; default 10, and a day for an A/B hold.</summary>
    public double? BakeMinutes { get; init; }

    /// <summary>Settled requests that each default step must hold for, 1 to 100,000,000; default none.</summary>
    public int? StepMinimumRequests { get; init; }

    /// <summary>Minutes, 0 to 10,080; default 30.</summary>
    public double? SoakMinutes { get; init; }

    /// <summary>Fraction 0..1; default 0.01.</summary>
    public double? ErrorRateLimit { get; init; }

    /// <summary>Milliseconds, above 0, at most 60,000; default 100.</summary>
    public double? LatencyP99LimitMs { get; init; }

    /// <summary>At least 1; default 1 ("not worse"). 0 leaves the comparison out.</summary>
    public double? ErrorRatioLimit { get; init; }

    /// <summary>1 to 1,000,000; default 500.</summary>
    public int? MinimumRequests { get; init; }

    public int? FailedLooks { get; init; }

    public int? Looks { get; init; }

    /// <summary>"sequential" or "failedLooks"; default: failed looks where <see cref="FailedLooks"/> or <see cref="Looks"/> is given, sequential otherwise.</summary>
    public string? GuardTest { get; init; }

    /// <summary>The chance of a false rollback over the whole rollout, split over its sequential guardrails; a fraction 0.0001..0.2, default 0.01.</summary>
    public double? FalseRollbackBudget { get; init; }

    /// <summary>1 to 20 guardrails instead of those that the limits above make.</summary>
    public IReadOnlyList<GuardrailRequest>? Guardrails { get; init; }

    public double? HoldLimitMinutes { get; init; }

    public bool AutoRollback { get; init; } = true;

    public bool ApprovalRequired { get; init; }

    public string? InstanceType { get; init; }

    public int? InstanceCount { get; init; }

    /// <summary>How far a rollback goes once the traffic is back; default: the traffic only.</summary>
    public RollbackPolicy? RollbackPolicy { get; init; }

    /// <summary>After an automatic rollback the package is rejected and its artifact refused.</summary>
    public bool Quarantine { get; init; }

    /// <summary>Why an artifact in quarantine is rolled out all the same; up to 1,000 characters.</summary>
    public string? OverrideQuarantine { get; init; }

    /// <summary>The champion's instances during the soak, 1 to what it has; default: what it has.</summary>
    public int? WarmInstances { get; init; }

    /// <summary>Leaves the champion's variant on the endpoint after the soak, at weight 0, so that a rollback stays warm.</summary>
    public bool KeepChampion { get; init; }

    public string? SmokePayload { get; init; }

    public string? SmokeContentType { get; init; }

    /// <summary>Only for <see cref="Strategy.BlueGreen"/> and <see cref="Strategy.Rolling"/>; what is not given has a default.</summary>
    public ManagedRequest? Managed { get; init; }

    /// <summary>1 to 10 smoke tests instead of the one that <see cref="SmokePayload"/> makes.</summary>
    public IReadOnlyList<SmokeTestRequest>? SmokeTests { get; init; }

    /// <summary>At most 10 addresses that must say yes before, or after, the traffic.</summary>
    public IReadOnlyList<HookRequest>? Hooks { get; init; }

    /// <summary>Why an artifact that breaks its contract is rolled out all the same, where the environment allows it; up to 1,000 characters.</summary>
    public string? OverrideArtifact { get; init; }

    /// <summary>How the challenger scales; default: as the champion does.</summary>
    public ScalingRequest? Scaling { get; init; }

    /// <summary>What of requests and answers is captured from the rollout on; default: as it is now.</summary>
    public CaptureRequest? Capture { get; init; }

    /// <summary>At most 10 CloudWatch alarms made for the challenger, and removed with it.</summary>
    public IReadOnlyList<AlarmRequest>? Alarms { get; init; }

    /// <summary>Written on what the rollout makes, beside the lineage of the package; at most 20.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}

/// <summary>One step as asked for: a fraction above 0 and below 1, and minutes.</summary>
/// <param name="MinimumRequests">Settled requests the step must hold for, 1 to 100,000,000; none when null.</param>
public sealed record StepRequest(double Share, double BakeMinutes, bool Gate = false, int? MinimumRequests = null);

/// <param name="Group">The model package group.</param>
/// <param name="RunId">What the version's metadata or tag "candidate_run_id", or the configured key, says.</param>
public sealed record CandidateRequest(string? Group, string? RunId)
{
    /// <summary>The same as <see cref="RunId"/>, as training pipelines write it.</summary>
    [JsonPropertyName("run_id")]
    public string? RunIdOfPipelines
    {
        get => null;
        init => RunId = value ?? RunId;
    }
}

/// <summary>Target tracking for the challenger's variant.</summary>
/// <param name="Target">"invocationsPerInstance" (per minute) or "latency" (p99, milliseconds).</param>
/// <param name="Value">The target; above 0.</param>
/// <param name="MinimumInstances">1 to 1,000; default: the challenger's instances.</param>
/// <param name="MaximumInstances">At least the minimum, to 1,000; default: twice the minimum.</param>
public sealed record ScalingRequest(string? Target, double? Value, int? MinimumInstances = null, int? MaximumInstances = null);

/// <param name="Share">The share of requests that is captured, a fraction 0..1; 0 turns capture off.</param>
/// <param name="Destination">As in "s3://bucket/prefix"; default: where it goes now.</param>
public sealed record CaptureRequest(double? Share, string? Destination = null);

/// <summary>A CloudWatch alarm on the challenger's variant.</summary>
/// <param name="Kind">"latencyP99" (milliseconds), "errorRate5xx" (fraction), "cpu" or "memory" (percent of one instance).</param>
/// <param name="Limit">It alarms above this.</param>
/// <param name="Minutes">How many minutes in a row, 1 to 60; default 3.</param>
public sealed record AlarmRequest(string? Kind, double? Limit, int? Minutes = null);
