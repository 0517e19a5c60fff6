using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Waves;

/// <summary>One plan for several endpoints, stage after stage. All of them are in the console's own account and region.</summary>
public sealed record WaveRequest
{
    /// <summary>For people: 1 to 80 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The plan without an endpoint; or a template by <see cref="Template"/>.</summary>
    public RolloutRequest? Plan { get; init; }

    /// <summary>The name of the template to go by, as it stands now.</summary>
    public string? Template { get; init; }

    /// <summary>1 to 20, in their order.</summary>
    public required IReadOnlyList<WaveStageRequest> Stages { get; init; }
}

/// <summary>Endpoints that are rolled out at the same time.</summary>
public sealed record WaveStageRequest
{
    /// <summary>For people, as in "production"; default: "stage" and its number.</summary>
    public string? Name { get; init; }

    /// <summary>1 to 50; no endpoint stands twice in a wave.</summary>
    public required IReadOnlyList<string> Endpoints { get; init; }

    /// <summary>A person must approve before this stage starts.</summary>
    public bool Gate { get; init; }

    /// <summary>Minutes from the end of the stage before, 0 to 10,080; default 0. The first stage does not wait.</summary>
    public double? WaitMinutes { get; init; }
}
