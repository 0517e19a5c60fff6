using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Backtests;

/// <summary>Which guardrails to replay, and over what. Raw values: the service checks them.</summary>
public sealed record BacktestRequest
{
    /// <summary>The plan whose steps and guardrails are replayed, as it would be sent to start a rollout; it needs no model.</summary>
    public required RolloutRequest Plan { get; init; }

    /// <summary>How many of the last days of the endpoint's metrics, 1 to 15; default 7.</summary>
    public int? Days { get; init; }

    /// <summary>How many times the plan is laid over them, 10 to 200; default 100. Fewer are run where the plan is very long.</summary>
    public int? Replays { get; init; }

    /// <summary>The step with which a worsening begins, counted from 0; default 0.</summary>
    public int? FromStep { get; init; }

    /// <summary>The same seed gives the same replays; default 1.</summary>
    public int? Seed { get; init; }
}
