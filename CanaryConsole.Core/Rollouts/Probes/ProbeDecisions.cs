using System.Diagnostics;
using CanaryConsole.Core.Hooks;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Smoke tests and hooks: from a variant that stands to the first share, and from 100 % into the soak.</summary>
internal static class ProbeDecisions
{
    public static Decision Decide(RolloutState state, RolloutInput.ProbeInput input) => input switch
    {
        RolloutInput.ProbeInput.ReportHook report => Hook(state, report),
        _ => throw new UnreachableException($"{state.Id}: {input.GetType().Name}"),
    };

    /// <summary>A look before the first share: the smoke tests, then the hooks, then everything a step needs.</summary>
    public static Decision Observe(RolloutState state, RolloutInput.Observe observed)
    {
        if (!state.Probes.SmokeTestPassed)
        {
            // Nothing happens here: the smoke test's report is waited for.
            return Decision.Nothing;
        }

        if (PlanHooks.Next(state, HookMoment.BeforeTraffic) is { } hook)
        {
            return Ask(state, hook);
        }

        return ReadinessDecisions.Hold(state, observed) ?? Decision.Of(NextShare.After(state, Why(state)));
    }

    /// <summary>The hooks before a managed deployment, whose fleet nobody can ask alone; null once all have said yes.</summary>
    public static Decision? BeforeDeployment(RolloutState state) => PlanHooks.Next(state, HookMoment.BeforeTraffic) is { } hook ? Ask(state, hook) : null;

    /// <summary>The hooks after traffic, asked while the soak goes on; null when there is nothing to ask now.</summary>
    public static Decision? AfterTraffic(RolloutState state, RolloutInput.Observe observed) => (PlanHooks.Next(state, HookMoment.AfterTraffic), state.Probes.HookAskedAt) switch
    {
        ({ } hook, null) => Ask(state, hook),
        // A plan without a soak has one only for as long as its hooks take.
        (null, _) when state.Plan.Soak == TimeSpan.Zero && WeightDecisions.Shows(observed.Endpoint, state) => Decision.Of([.. Endings.Complete(state, observed.Assessments)]),
        _ => null,
    };

    /// <summary>The soak cannot end before its hooks have answered.</summary>
    public static bool AwaitsHook(RolloutState state) => PlanHooks.Next(state, HookMoment.AfterTraffic) is not null;

    private static Decision Ask(RolloutState state, Hook hook) => state.Probes.HookAskedAt is null
        ? Decision.Of(new RolloutEvent.ProbeEvent.HookAsked(hook.Name, hook.Moment))
        : Decision.Nothing;

    private static string Why(RolloutState state) => state.Probes.HooksAnswered switch
    {
        0 => "smoke test passed",
        1 => "smoke test passed, and the hook said yes",
        var hooks => $"smoke test passed, and {hooks} hooks said yes",
    };

    private static Decision Hook(RolloutState state, RolloutInput.ProbeInput.ReportHook report)
    {
        if (PlanHooks.Asked(state) != report.Hook
            || state is not ({ Phase: RolloutPhase.SmokeTesting or RolloutPhase.Soaking or RolloutPhase.Paused } or { Phase: RolloutPhase.Preparing, Plan.Managed: not null }))
        {
            // Nothing happens here: nobody waits for this answer any more.
            return Decision.Nothing;
        }

        var answered = new RolloutEvent.ProbeEvent.HookAnswered(report.Hook.Name, report.Hook.Moment, report.Answer);
        var reason = $"hook {report.Hook.Name} said no: {report.Answer.Reason}";
        return (report.Answer.Proceed, state) switch
        {
            (true, _) => Decision.Of(answered),
            // As with a breach: without automatic rollback a person decides, once there is traffic to decide about.
            (false, { Phase: RolloutPhase.Soaking, Plan.AutoRollback: false }) => Decision.Of(
                answered,
                new RolloutEvent.RolloutPaused($"{reason}; automatic rollback is off"),
                new RolloutEvent.AttentionRequested($"{reason}; automatic rollback is off, so roll back or resume by hand")),
            (false, { Phase: RolloutPhase.Paused, Plan.AutoRollback: false }) => Decision.Of(answered, new RolloutEvent.AttentionRequested(reason)),
            _ => Decision.Of(answered, new RolloutEvent.RollbackStarted(reason, Automatic: true, [])),
        };
    }
}
