using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Predictions;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

internal static partial class RolloutSamples
{
    public static readonly ShadowStage Stage = new(50, TimeSpan.FromMinutes(20), 500, MinimumAgreement: null, 0.001, Gate: false, CarryEvidence: false);

    /// <summary>Enough copies, all predictions the same.</summary>
    public static readonly ShadowSight Sight = new(
        new ShadowFigures(1200, 2, TimeSpan.FromMilliseconds(18), TimeSpan.FromMilliseconds(54)),
        new ShadowFigures(600, 1, TimeSpan.FromMilliseconds(21), TimeSpan.FromMilliseconds(61)),
        600,
        Agreeing(400, 400),
        null);

    public static RolloutPlan ShadowPlan(ShadowStage? stage = null, bool autoRollback = true) => Plan(autoRollback) with { Shadow = stage ?? Stage };

    public static PredictionComparison Agreeing(long agreeing, long pairs) =>
        new(pairs, agreeing, 0, new NumericDifference(pairs, 0.002, 0.001, 0.01, 0.4), []);

    public static EndpointDescription Shadowed(EndpointStatus status = EndpointStatus.InService) => Endpoint(status: status, withChallenger: false) with
    {
        ShadowVariants = [new VariantDescription("challenger-v8-shadow", "media-ranker-v8", "ml.m5.xlarge", 0.5, 0.5, 2, 2)],
        Capture = new DataCapture("s3://captures", Percentage.Whole),
    };

    public static ShadowEvidence Shown() => new(Sight.Champion, Sight.Challenger, Sight.Predictions, [Assessed(Healthy)]);

    private static RolloutEvent[] Shadowing() =>
        [new RolloutEvent.PreparationStarted(), new RolloutEvent.ShadowEvent.ShadowRequested(1), new RolloutEvent.ShadowEvent.ShadowReady("cc-config")];

    public static RolloutState AfterShadow(RolloutPlan plan, params RolloutEvent[] then) => Fold(plan, [.. Shadowing(), .. then]);
}
