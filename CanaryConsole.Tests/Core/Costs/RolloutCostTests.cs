using CanaryConsole.Core.Costs;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Costs;

public class RolloutCostTests
{
    private static readonly MonitoringOptions Options = new();

    [Fact]
    public void Of_PlannedOnly_HasSpentNothingAndHasItAllAhead()
    {
        var cost = Of([], TimeSpan.FromMinutes(1), withChallenger: false)!;

        Assert.Equal((0m, cost.Plan.ExtraUsd), (cost.SpentUsd, cost.AheadUsd));
        Assert.Equal(0, cost.UsdPerHour);
    }

    [Fact]
    public void Of_InTheFirstStep_CountsWhatHasRunAndWhatIsLeft()
    {
        RolloutEvent[] events =
        [
            new RolloutEvent.PreparationStarted(), new RolloutEvent.VariantRequested(1), new RolloutEvent.VariantReady("c"),
            new RolloutEvent.StepStarted(0, CanaryConsole.Core.Percentage.FromPercent(5), "w"), new RolloutEvent.WeightsConfirmed(CanaryConsole.Core.Percentage.FromPercent(5), TimeSpan.Zero),
        ];

        // One minute between events: asked for at 2, ready at 3, baking from 5; at 9 four of ten minutes have baked.
        var cost = Of(events, TimeSpan.FromMinutes(9))!;

        var plan = cost.Plan;
        var (preparing, serving) = (plan.Stages[0].ExtraUsdPerHour!.Value, plan.Stages[1].ExtraUsdPerHour!.Value);
        Assert.Equal((preparing / 60) + (serving * 6 / 60), cost.SpentUsd!.Value, 12);
        Assert.Equal((serving * 6 / 60) + plan.Stages.Skip(2).Sum(stage => stage.ExtraUsd!.Value), cost.AheadUsd!.Value, 12);
        Assert.Equal(serving, cost.UsdPerHour);
    }

    [Fact]
    public void Of_OnTheWayBack_HasNothingAhead()
    {
        RolloutEvent[] events = [new RolloutEvent.PreparationStarted(), new RolloutEvent.VariantRequested(1), new RolloutEvent.VariantReady("c"), new RolloutEvent.RollbackStarted("r", true, [])];

        var cost = Of(events, TimeSpan.FromMinutes(9))!;

        Assert.Equal(0, cost.AheadUsd);
        Assert.True(cost.SpentUsd > 0);
    }

    [Fact]
    public void Of_Finished_IsNull() => Assert.Null(Of([new RolloutEvent.RolloutCancelled("r")], TimeSpan.FromMinutes(9)));

    [Fact]
    public void WhatIf_OtherTypeAndCount_IsTheDifference()
    {
        var prices = CostSamples.Table(CostSamples.Hourly("ml.m5.xlarge", 0.23m), CostSamples.Hourly("ml.c5.xlarge", 0.204m));

        var answer = WhatIf.Of(RolloutSamples.Endpoint().Variants[0], "ml.c5.xlarge", 3, prices);

        Assert.Equal(0.152m, answer.MoreUsdPerHour);
        Assert.Equal(109.44m, answer.MoreUsdPerMonth);
        Assert.Null(WhatIf.Of(RolloutSamples.Endpoint().Variants[0], "ml.x.unknown", null, prices).MoreUsdPerHour);
    }

    [Fact]
    public void Endpoint_VariantWithoutTraffic_IsWarmUnlessARolloutBringsItIn()
    {
        var idle = EndpointCost.Of(RolloutSamples.Endpoint(), null, CostSamples.Usual, Options);
        var coming = EndpointCost.Of(RolloutSamples.Endpoint(), RolloutSamples.In(RolloutPhase.Preparing), CostSamples.Usual, Options);

        Assert.Equal(0.92m, idle.UsdPerHour);
        Assert.Equal("challenger-v8", Assert.Single(idle.Warm).Fleet.Variant);
        Assert.Empty(coming.Warm);
        Assert.Equal((2 * 6, 2 * 6), (idle.Polling.MetricsPerLook, coming.Polling.MetricsPerLook));
        Assert.Equal((Options.IdleInterval, Options.ActiveInterval), (idle.Polling.Interval, coming.Polling.Interval));
    }

    [Fact]
    public void Endpoint_UnknownType_KeepsWhatIsKnown()
    {
        var endpoint = RolloutSamples.Endpoint();
        endpoint = endpoint with { Variants = [endpoint.Variants[0], endpoint.Variants[1] with { InstanceType = "ml.new.large" }] };

        var cost = EndpointCost.Of(endpoint, null, CostSamples.Usual, Options);

        Assert.Null(cost.UsdPerHour);
        Assert.Equal(0.46m, cost.KnownUsdPerHour);
        Assert.Equal(["There is no price for ml.new.large; add it to the price file."], cost.Missing);
    }

    private static RolloutCost? Of(IReadOnlyList<RolloutEvent> events, TimeSpan after, bool withChallenger = true)
    {
        var state = RolloutSamples.Fold(RolloutSamples.SurroundedPlan(), [.. events]);
        List<RecordedRolloutEvent> recorded = [.. events.Select((happened, index) => new RecordedRolloutEvent(index + 2, RolloutSamples.Start + TimeSpan.FromMinutes(index + 1), "a", happened))];
        return RolloutCost.Of(state, recorded, RolloutSamples.Endpoint(withChallenger: withChallenger), CostSamples.Usual, Options, RolloutSamples.Start + after);
    }
}
