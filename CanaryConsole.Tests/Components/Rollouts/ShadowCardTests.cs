using Bunit;
using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Predictions;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;
using CanaryConsole.Tests.Presentation;

namespace CanaryConsole.Tests.Components.Rollouts;

public sealed class ShadowCardTests : ConsoleTestContext
{
    private static readonly ShadowStage Stage = new(50, TimeSpan.FromMinutes(20), 500, Percentage.FromPercent(95), 0.01, Gate: false, CarryEvidence: false);

    private static readonly ShadowSight Sight = new(
        new ShadowFigures(12_400, 14, TimeSpan.FromMilliseconds(18), TimeSpan.FromMilliseconds(54)),
        new ShadowFigures(6_200, 25, TimeSpan.FromMilliseconds(21), TimeSpan.FromMilliseconds(61)),
        6_000,
        new PredictionComparison(
            500, 490, 3, new NumericDifference(500, 0.00412, 0.002, 0.0203, 0.412),
            [new WorstCase("r-7", RolloutBuilder.Start, 0.412, """{"user":7}""", "0.93", "<b>0.518</b>"), new WorstCase("r-8", RolloutBuilder.Start, null, null, "cat", "dog")]),
        null);

    [Fact]
    public void Card_Shadowing_ComparesBothArmsAndTheirPredictions()
    {
        var card = Show(Shadowing().Build() with { Shadow = Sight });

        var text = card.Markup.Text();
        Assert.Contains("copies of 50 % of the requests", text);
        Assert.Contains("under way", text);
        Assert.Contains("12,400", text);
        Assert.Contains("0.40 %", text);
        Assert.Contains("61 ms", text);
        Assert.Contains("98 %", text);
        Assert.Contains("at least 95 % wanted", text);
        Assert.Contains("mean 0.00412 · p50 0.002 · p95 0.0203 · most 0.412", text);
        Assert.Contains("2 worst cases", text);
        Assert.Equal(2, card.FindAll("details li").Count);
        Assert.Contains("<b>0.518</b>", card.Find("details").TextContent, StringComparison.Ordinal);
        Assert.Empty(card.FindAll("details b"));
    }

    [Fact]
    public void Card_NoDataCapture_SaysWhyNothingIsCompared()
    {
        var card = Show(Shadowing().Build() with { Shadow = Sight with { Predictions = null } });

        Assert.Contains("The endpoint captures no data", card.Markup.Text());
    }

    [Fact]
    public void Card_StagePassed_ShowsWhatItHadShown()
    {
        var evidence = new ShadowEvidence(Sight.Champion, Sight.Challenger, Sight.Predictions, []);

        var card = Show(Shadowing().Then(30, new RolloutEvent.ShadowEvent.ShadowFinished(evidence, "time and evidence suffice")).Build());

        Assert.Contains("passed", card.Markup.Text());
        Assert.Contains("6,200", card.Markup.Text());
    }

    [Fact]
    public void View_PlanWithoutAStage_IsNone() => Assert.Null(ShadowView.Of(new RolloutBuilder().BakingAt25().Build(), null));

    private IRenderedComponent<ShadowCard> Show(CanaryConsole.Core.Monitoring.RolloutSnapshot rollout)
    {
        EndpointDescription endpoint = RolloutBuilder.Endpoint().Description;
        return Render<ShadowCard>(parameters => parameters.Add(card => card.View, ShadowView.Of(rollout, endpoint)!));
    }

    private static RolloutBuilder Shadowing() => new RolloutBuilder(shadow: Stage)
        .Then(0, new RolloutEvent.PreparationStarted())
        .Then(1, new RolloutEvent.ShadowEvent.ShadowRequested(1))
        .Then(5, new RolloutEvent.ShadowEvent.ShadowReady("config-1"));
}
