namespace CanaryConsole.Core.Rollouts;

/// <summary>What a plan gets when nobody says otherwise, and the times the engine keeps to.</summary>
public static class RolloutDefaults
{
    public const double ErrorRateLimit = 0.01;

    public const double LatencyP99LimitMs = 100;

    public const double ErrorRatioLimit = 1;

    public const int MinimumRequests = 500;

    public const int FailedLooks = 2;

    public const int Looks = 3;

    /// <summary>The chance of a false rollback over a whole rollout.</summary>
    public const double FalseRollbackBudget = 0.01;

    public const double BakeMinutes = 10;

    public const double SoakMinutes = 30;

    public const double HoldLimitMinutes = 30;

    public const double LinearIncrement = 0.1;

    /// <summary>The part of the fleet that is the canary of a managed deployment.</summary>
    public const int CanaryPercent = 10;

    public const int LinearPercent = 20;

    public const int BatchPercent = 50;

    /// <summary>The bake of each step of a managed deployment.</summary>
    public const int WaitSeconds = 600;

    public const int MaximumExecutionSeconds = 14_400;

    public const int ShadowSamplingPercentage = 100;

    public const double ShadowMinutes = 30;

    /// <summary>Numbers that differ by less come from another order of the same sums.</summary>
    public const double ShadowTolerance = 0.000001;

    public const string SmokeContentType = "application/json";

    public const string SmokePayload = """{"instances":[{"smoke_test":true}]}""";

    public const int SmokeRequests = 3;

    public static readonly TimeSpan SmokeLatencyLimit = TimeSpan.FromSeconds(5);

    public static readonly IReadOnlyList<double> CanaryShares = [0.05, 0.25, 0.5];

    /// <summary>Missing evidence pages a person after this long.</summary>
    public static readonly TimeSpan PageAfter = TimeSpan.FromMinutes(5);

    /// <summary>Weights not read back for this long page a person.</summary>
    public static readonly TimeSpan WeightsOverdue = TimeSpan.FromMinutes(15);

    /// <summary>An endpoint still changing after this long in preparation pages a person.</summary>
    public static readonly TimeSpan PreparationOverdue = TimeSpan.FromMinutes(60);

    /// <summary>A smoke test that has had no answer at all for this long pages a person.</summary>
    public static readonly TimeSpan SmokeTestOverdue = TimeSpan.FromMinutes(15);

    /// <summary>How long an endpoint may stand in service without the variant before it is asked for again.</summary>
    public static readonly TimeSpan VariantRetryAfter = TimeSpan.FromSeconds(30);

    public const int VariantAttempts = 5;

    /// <summary>How long past its own limit a deployment by SageMaker may go on before a person is paged.</summary>
    public static readonly TimeSpan DeploymentSlack = TimeSpan.FromMinutes(15);

    /// <summary>A task whose report never came is begun again after this long.</summary>
    public static readonly TimeSpan TaskRetryAfter = TimeSpan.FromSeconds(30);

    /// <summary>Doubles with each failure, up to <see cref="TaskBackOffMost"/>.</summary>
    public static readonly TimeSpan TaskBackOffLeast = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan TaskBackOffMost = TimeSpan.FromMinutes(5);

    /// <summary>A task that failed this often pages a person; it is tried on.</summary>
    public const int TaskAttemptsBeforePage = 3;

    /// <summary>Putting things back for this long pages a person.</summary>
    public static readonly TimeSpan RestorationOverdue = TimeSpan.FromMinutes(30);

    /// <summary>How long the way back waits for the champion's instances before it moves the weights without them.</summary>
    public static readonly TimeSpan CapacityFirstLimit = TimeSpan.FromMinutes(10);

    /// <summary>An A/B hold's share, and how long it lasts: a day, so that every hour of it is in the comparison.</summary>
    public const double HoldShare = 0.5;

    public const double HoldMinutes = 1_440;

    public static readonly TimeSpan LeastExtension = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan MostExtension = TimeSpan.FromDays(7);

    /// <summary>What a bake or soak may last with its extensions.</summary>
    public static readonly TimeSpan LongestBake = TimeSpan.FromDays(14);
}
