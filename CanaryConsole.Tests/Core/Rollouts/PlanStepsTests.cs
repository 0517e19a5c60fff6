using CanaryConsole.Core;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

public class PlanStepsTests
{
    private static readonly RolloutRequest Request = new() { Endpoint = "media-ranker" };

    [Fact]
    public void Of_AbHold_IsOneGatedStepOfHalfForADay()
    {
        var steps = PlanSteps.Of(Request with { Strategy = Strategy.AbHold });

        Assert.Equal([new RolloutStep(Percentage.FromPercent(50), TimeSpan.FromDays(1), Gate: true)], steps);
    }

    [Fact]
    public void Of_AbHoldWithItsOwnShareTimeAndRequests_TakesThem()
    {
        var steps = PlanSteps.Of(Request with { Strategy = Strategy.AbHold, HoldShare = 0.2, BakeMinutes = 90, StepMinimumRequests = 10_000 });

        Assert.Equal([new RolloutStep(Percentage.FromPercent(20), TimeSpan.FromMinutes(90), Gate: true, MinimumRequests: 10_000)], steps);
    }

    [Fact]
    public void Of_CanaryWithMinimumRequests_GivesThemToEveryStep() => Assert.All(
        PlanSteps.Of(Request with { StepMinimumRequests = 800 }), step => Assert.Equal(800, step.MinimumRequests));

    [Fact]
    public void Of_CustomSteps_KeepTheirOwnMinimum()
    {
        var steps = PlanSteps.Of(Request with { Strategy = Strategy.CustomSteps, Steps = [new StepRequest(0.1, 5, MinimumRequests: 700), new StepRequest(0.5, 5)] });

        Assert.Equal([700, null], steps.Select(step => step.MinimumRequests));
    }

    public static TheoryData<RolloutRequest, string, string> Wrong => new()
    {
        { Request with { Strategy = Strategy.AbHold, HoldShare = 1 }, "holdShare", "holdShare is 1; a share is above 0 and below 1, as in 0.05 for 5 %." },
        { Request with { HoldShare = 0.5 }, "holdShare", "holdShare is 0.5, but only an A/B hold has one: choose abHold or leave it out." },
        { Request with { Strategy = Strategy.AbHold, Steps = [new StepRequest(0.1, 5), new StepRequest(0.5, 5)] }, "steps", "steps has 2 entries, but an A/B hold has one: choose customSteps or leave them out." },
        { Request with { StepMinimumRequests = 0 }, "stepMinimumRequests", "stepMinimumRequests is 0; it must be between 1 and 100000000." },
        { Request with { Strategy = Strategy.CustomSteps, Steps = [new StepRequest(0.1, 5, MinimumRequests: -1)] }, "steps[0].minimumRequests", "steps[0].minimumRequests is -1; it must be between 1 and 100000000." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Of_OutsideItsBounds_NamesFieldValueAndBound(RolloutRequest request, string field, string message)
    {
        var problem = Assert.Throws<PlanProblemException>(() => PlanSteps.Of(request));

        Assert.Equal((field, message), (problem.Field, problem.Message));
    }
}
