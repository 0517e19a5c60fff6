using CanaryConsole.Core.Predictions;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

internal static partial class RolloutEventSamples
{
    private static ShadowEvidence ShadowEvidence => new(
        new ShadowFigures(12_000, 14, TimeSpan.FromMilliseconds(18), TimeSpan.FromMilliseconds(54)),
        new ShadowFigures(6_000, 6, TimeSpan.FromMilliseconds(21), TimeSpan.FromMilliseconds(61)),
        new PredictionComparison(
            500, 490, 12, new NumericDifference(500, 0.004, 0.002, 0.02, 0.41), [new WorstCase("r-1", WindowEnd, 0.41, """{"user":7}""", "0.93", "0.52")]),
        Assessments);

    private static IReadOnlyList<RolloutEvent> Shadow =>
    [
        new RolloutEvent.ShadowEvent.ShadowRequested(2),
        new RolloutEvent.ShadowEvent.ShadowReady("cc-config"),
        new RolloutEvent.ShadowEvent.ShadowJudged(ShadowEvidence),
        new RolloutEvent.ShadowEvent.ShadowFinished(ShadowEvidence, "approved by ann"),
        new RolloutEvent.ShadowEvent.ShadowLost("the shadow variant was taken off the endpoint"),
        new RolloutEvent.ShadowEvent.ShadowRemovalRequested(2),
        new RolloutEvent.ShadowEvent.ShadowRemoved("cc-config-alone"),
    ];
}
