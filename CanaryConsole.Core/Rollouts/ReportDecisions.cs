namespace CanaryConsole.Core.Rollouts;

/// <summary>What comes back from the console's own actions.</summary>
internal static class ReportDecisions
{
    public static Decision SmokeTest(RolloutState state, RolloutInput.ReportSmokeTest report)
    {
        if (state is not { Phase: RolloutPhase.SmokeTesting, Probes.SmokeTestPassed: false })
        {
            // Nothing happens here: the test was for a phase that is over (cancelled meanwhile, or run twice around a restart).
            return Decision.Nothing;
        }

        return Decision.Of(
        [
            .. report.Exchanges.Select(exchange => new RolloutEvent.ProbeEvent.SmokeTestAnswered(exchange)),
            report.Result.Problem is { } problem
                ? new RolloutEvent.RollbackStarted($"smoke test failed: {problem}", Automatic: true, [])
                : new RolloutEvent.SmokeTestPassed(report.Result),
        ]);
    }

    /// <summary>A refusal for good is not retried for ever, except on the way back: there the console keeps trying and calls for help.</summary>
    public static Decision Refusal(RolloutState state, RolloutInput.ReportRefusal report) => (state.Phase, state.Paged) switch
    {
        (RolloutPhase.Paused, _) when state.Divergence is { Restoration: not null } => DivergenceRestoring.Failed(report.Problem),
        (RolloutPhase.RollingBack, false) => Decision.Of(new RolloutEvent.AttentionRequested($"rolling back is refused: {report.Problem}")),
        (RolloutPhase.Restoring, false) => Decision.Of(new RolloutEvent.AttentionRequested($"putting back is refused: {report.Problem}")),
        (RolloutPhase.RollingBack or RolloutPhase.Restoring or RolloutPhase.Blocked, _) => Decision.Nothing,
        _ => Decision.Of(new RolloutEvent.RolloutBlocked(report.Problem)),
    };
}
