using CanaryConsole.Core;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

internal static partial class RolloutEventSamples
{
    private static EndpointSight Sight => new("media-ranker-20261121-1-config", [
        new SeenVariant("champion", "media-ranker-v7", "ml.m5.xlarge", 0.75, 2),
        new SeenVariant("challenger-9", "media-ranker-v9", "ml.m5.xlarge", 0.25, 2),
    ]);

    private static IReadOnlyList<RolloutEvent> Diverged =>
    [
        new RolloutEvent.DivergenceEvent.EndpointDiverged(new Divergence(
            Sight, Sight with { ConfigName = "by-hand" }, ["the endpoint runs on configuration by-hand, not media-ranker-20261121-1-config", "the challenger has 50 %, wanted 25 %"], true,
            "the challenger has no traffic", "its configuration has another content")),
        new RolloutEvent.DivergenceEvent.DivergenceEnded(),
        new RolloutEvent.DivergenceEvent.DivergenceAdopted(Percentage.FromPercent(50), Sight),
        new RolloutEvent.DivergenceEvent.RestoreOrdered(true),
        new RolloutEvent.DivergenceEvent.ConfigRestoreRequested(2, "media-ranker-20261121-1-config"),
        new RolloutEvent.DivergenceEvent.ConfigRestored("media-ranker-20261121-1-config"),
        new RolloutEvent.DivergenceEvent.RestoreFailed("no such configuration"),
    ];

    private static IReadOnlyList<RolloutEvent> Steps =>
    [
        new RolloutEvent.StepEvent.StepSkipped(1, "seen enough"),
        new RolloutEvent.StepEvent.StepJumped(1, 2, "night traffic is over"),
        new RolloutEvent.StepEvent.StepsRestarted("new hosts"),
        new RolloutEvent.StepEvent.BakeExtended(TimeSpan.FromMinutes(90), "want the evening peak"),
        new RolloutEvent.StepEvent.GateRefused(1, "answers look odd"),
        new RolloutEvent.StepEvent.HoldLifted("only the time of the bake is left"),
    ];
}
