using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>The new-rollout form as it was typed: text, so that nothing entered is lost, however wrong.</summary>
internal sealed class RolloutDraft
{
    public bool FromRegistry { get; set; } = true;

    public string PackageGroup { get; set; } = "";

    public string PackageVersion { get; set; } = "";

    /// <summary>Instead of the version, the id of the training run that made it.</summary>
    public bool ByRun { get; set; }

    public string RunId { get; set; } = "";

    public string ModelName { get; set; } = "";

    public string Endpoint { get; set; } = "";

    public Strategy Strategy { get; set; } = Strategy.Canary;

    public List<StepDraft> Steps { get; init; } =
    [
        new() { Share = "5", BakeMinutes = "10" },
        new() { Share = "25", BakeMinutes = "10" },
        new() { Share = "50", BakeMinutes = "10" },
    ];

    /// <summary>Percent added by each step of a linear rollout.</summary>
    public string LinearIncrement { get; set; } = "10";

    /// <summary>Percent, held by an A/B hold.</summary>
    public string HoldShare { get; set; } = "50";

    public string HoldMinutes { get; set; } = "1440";

    public string BakeMinutes { get; set; } = "10";

    public string StepMinimumRequests { get; set; } = "";

    public ShadowDraft Shadow { get; init; } = new();

    public ManagedDraft Managed { get; init; } = new();

    public string SoakMinutes { get; set; } = "30";

    /// <summary>Percent.</summary>
    public string ErrorRateLimit { get; set; } = "1";

    public string LatencyLimitMs { get; set; } = "100";

    public bool AgainstChampion { get; set; } = true;

    public string ErrorRatioLimit { get; set; } = "1";

    /// <summary>Instead of those limits; none keeps them.</summary>
    public List<GuardrailDraft> Guardrails { get; init; } = [];

    public GuardTest Test { get; set; } = GuardTest.Sequential;

    /// <summary>Percent of healthy rollouts.</summary>
    public string FalseRollbackBudget { get; set; } = "1";

    public string MinimumRequests { get; set; } = "500";

    public string FailedLooks { get; set; } = "2";

    public string Looks { get; set; } = "3";

    public string HoldLimitMinutes { get; set; } = "";

    public bool AutoRollback { get; set; } = true;

    public bool ApprovalRequired { get; set; }

    public RollbackPolicy RollbackPolicy { get; set; } = RollbackPolicy.TrafficOnly;

    public bool Quarantine { get; set; }

    public string OverrideQuarantine { get; set; } = "";

    public string OverrideArtifact { get; set; } = "";

    public string WarmInstances { get; set; } = "";

    public bool KeepChampion { get; set; }

    public string ChampionVariant { get; set; } = "";

    public string ChallengerVariant { get; set; } = "";

    public string InstanceType { get; set; } = "";

    public string InstanceCount { get; set; } = "";

    public ScalingDraft Scaling { get; init; } = new();

    public CaptureDraft Capture { get; init; } = new();

    public List<AlarmDraft> Alarms { get; init; } = [];

    public List<TagDraft> Tags { get; init; } = [];

    public string SmokePayload { get; set; } = "";

    public string SmokeContentType { get; set; } = "";

    /// <summary>Instead of the one payload; none keeps that.</summary>
    public List<SmokeTestDraft> SmokeTests { get; init; } = [];

    public List<HookDraft> Hooks { get; init; } = [];

    /// <summary>Some guardrail counts failed looks.</summary>
    public bool CountsLooks => Guardrails.Count == 0 ? Test is GuardTest.FailedLooks : Guardrails.Any(guardrail => guardrail.CountsLooks(Test));

    /// <summary>SageMaker moves the traffic, so what weights need does not apply.</summary>
    public bool IsManaged => Strategy is Strategy.BlueGreen or Strategy.Rolling;

    /// <summary>The challenger gets copies before it gets traffic.</summary>
    public bool Shadows => Strategy is Strategy.Shadow || (Shadow.On && !IsManaged);
}

/// <summary>One row of custom steps.</summary>
internal sealed class StepDraft
{
    public string Share { get; set; } = "";

    public string BakeMinutes { get; set; } = "10";

    public string MinimumRequests { get; set; } = "";

    public bool Gate { get; set; }
}
