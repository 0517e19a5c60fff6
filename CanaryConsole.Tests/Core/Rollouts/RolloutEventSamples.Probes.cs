using CanaryConsole.Core.Hooks;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.SmokeTests;

namespace CanaryConsole.Tests.Core.Rollouts;

internal static partial class RolloutEventSamples
{
    private static IReadOnlyList<RolloutEvent> Probes =>
    [
        new RolloutEvent.ProbeEvent.SmokeTestAnswered(new SmokeExchange(
            "ranks five",
            2,
            "application/json",
            new RecordedBody("{\"features\":[1]}", 16, false, false),
            200,
            "text/plain",
            new RecordedBody("/v8=", 70_000, true, true),
            TimeSpan.FromMilliseconds(35),
            3,
            "variant challenger-v8 answered with another content type than application/json")),
        new RolloutEvent.ProbeEvent.HookAsked("freeze-check", HookMoment.AfterTraffic),
        new RolloutEvent.ProbeEvent.HookAnswered("freeze-check", HookMoment.AfterTraffic, new HookAnswer(true, "no freeze", 200, 2, TimeSpan.FromSeconds(2))),
        new RolloutEvent.ProbeEvent.ReadinessLost(
        [
            new ReadinessCheck("Model media-ranker-v7", ReadinessResult.Failed, "it does not exist", Holds: true),
            new ReadinessCheck("Role sagemaker-execution", ReadinessResult.Unknown, "access denied", Holds: true),
        ]),
        new RolloutEvent.ProbeEvent.ReadinessRestored(),
    ];
}
