using CanaryConsole.Core.Hooks;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Hooks;

namespace CanaryConsole.Tests.Core.Rollouts;

/// <summary>Readiness, smoke tests and hooks: each input meets a rollout that waits for it wherever it can.</summary>
public partial class TransitionTableTests
{
    private static readonly Hook Before = new("freeze-check", HookMoment.BeforeTraffic, "https://hooks.example.com/", TimeSpan.FromSeconds(30));
    private static readonly Hook After = Before with { Name = "smoke-users", Moment = HookMoment.AfterTraffic };
    private static readonly ReadinessCheck Gone = ReadinessCheck.Failed("Model media-ranker-v7", "it does not exist");

    private static Dictionary<string, Func<RolloutState, RolloutInput>> ProbeInputs => new()
    {
        ["hook before traffic says yes"] = state => new RolloutInput.ProbeInput.ReportHook(Soon(state), Before, FakeHooks.Yes),
        ["hook before traffic says no"] = state => new RolloutInput.ProbeInput.ReportHook(Soon(state), Before, FakeHooks.No("freeze")),
        ["hook after traffic says yes"] = state => new RolloutInput.ProbeInput.ReportHook(Soon(state), After, FakeHooks.Yes),
        ["hook after traffic says no"] = state => new RolloutInput.ProbeInput.ReportHook(Soon(state), After, FakeHooks.No("users complain")),
        ["hook says no, automatic rollback off"] = state => new RolloutInput.ProbeInput.ReportHook(Soon(state), After, FakeHooks.No("users complain")),
        ["hook says no, nobody asked"] = state => new RolloutInput.ProbeInput.ReportHook(Soon(state), After, FakeHooks.No("users complain")),
        ["look: hooks to ask"] = state => Look(Late(state), AsWanted(state), RolloutSamples.Healthy),
        ["look: ready"] = state => Ready(Late(state), state),
        ["look: ready again"] = state => Ready(Late(state), state),
        ["look: something gone"] = state => Ready(Late(state), state, Gone),
        ["look: the same still gone"] = state => Ready(Late(state), state, Gone),
        ["look: the same still gone after five minutes"] = state => Ready(Late(state) + RolloutDefaults.PageAfter, state, Gone),
        ["look: something unknown"] = state => Ready(Late(state), state, ReadinessCheck.Unknown("Role sagemaker-execution", "access denied")),
        ["look: one thing not looked at"] = state => Ready(Late(state), state, ReadinessCheck.NotLookedAt("Image other:1", "not in ECR")),
        ["look: no report yet"] = state => Look(Late(state), AsWanted(state), RolloutSamples.Healthy),
        ["look: no report for long"] = state => Look(Late(state).AddMinutes(2), AsWanted(state), RolloutSamples.Healthy),
        ["look: old report"] = state => Ready(Late(state), state) with { Readiness = new ReadinessReport(Late(state).AddMinutes(-6), []) },
        ["look: something gone, breach"] = state => Ready(Late(state), state, Gone) with { Assessments = [RolloutSamples.Assessed(RolloutSamples.Breach)] },
        ["approve, not ready"] = state => new RolloutInput.Approve(Soon(state), "ann", "fine"),
        ["promote, not ready"] = state => new RolloutInput.Promote(Soon(state), "ann", [RolloutSamples.Assessed(RolloutSamples.Healthy)]),
        ["roll back, not ready"] = state => new RolloutInput.RollBack(Soon(state), "ann", "odd", []),
    };

    private static readonly Dictionary<string, Func<RolloutState, RolloutState>> ProbeStates = new()
    {
        ["hook before traffic says yes"] = state => Asked(state, 0),
        ["hook before traffic says no"] = state => Asked(state, 0),
        ["hook after traffic says yes"] = state => Asked(state, 1),
        ["hook after traffic says no"] = state => Asked(state, 1),
        ["hook says no, automatic rollback off"] = state => Asked(state, 1) with { Plan = WithHooks(state.Plan) with { AutoRollback = false } },
        ["hook says no, nobody asked"] = state => state with { Plan = WithHooks(state.Plan), Probes = ProbeState.None with { SmokeTestPassed = true, HooksAnswered = 1 } },
        ["look: hooks to ask"] = state => state with { Plan = WithHooks(state.Plan), Probes = ProbeState.None with { SmokeTestPassed = true, HooksAnswered = state.Step < 0 ? 0 : 1 } },
        ["look: ready"] = Probed,
        ["look: ready again"] = NotReady,
        ["look: something gone"] = Probed,
        ["look: the same still gone"] = NotReady,
        ["look: the same still gone after five minutes"] = NotReady,
        ["look: something unknown"] = Probed,
        ["look: one thing not looked at"] = Probed,
        ["look: no report yet"] = Probed,
        ["look: no report for long"] = Probed,
        ["look: old report"] = Probed,
        ["look: something gone, breach"] = NotReady,
        ["approve, not ready"] = NotReady,
        ["promote, not ready"] = NotReady,
        ["roll back, not ready"] = NotReady,
    };

    private static RolloutPlan WithHooks(RolloutPlan plan) => plan with { Hooks = [After, Before] };

    private static RolloutState Asked(RolloutState state, int answered) =>
        state with { Plan = WithHooks(state.Plan), Probes = ProbeState.None with { SmokeTestPassed = true, HooksAnswered = answered, HookAskedAt = state.PhaseSince } };

    private static RolloutState Probed(RolloutState state) =>
        state with { Plan = state.Plan with { Readiness = new ReadinessBasis("media-ranker-config", 2) }, Probes = ProbeState.None with { SmokeTestPassed = true } };

    private static RolloutState NotReady(RolloutState state) =>
        Probed(state) with { HoldTopic = ReadinessDecisions.Topic, Probes = ProbeState.None with { SmokeTestPassed = true, NotReady = ReadinessDecisions.Key([Gone]), NotReadySince = Late(state) } };

    private static RolloutInput.Observe Ready(DateTimeOffset at, RolloutState state, params ReadinessCheck[] checks) =>
        Look(at, AsWanted(state), RolloutSamples.Healthy) with { Readiness = new ReadinessReport(at.AddSeconds(-30), checks) };
}
