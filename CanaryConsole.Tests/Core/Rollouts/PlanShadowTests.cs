using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

public class PlanShadowTests
{
    private static readonly RolloutRequest Request = new() { Endpoint = "media-ranker", ModelName = "media-ranker-v8", ChallengerVariant = "challenger-v8" };

    [Fact]
    public void Build_ShadowStrategy_HasItsDefaultsAndTheCanarySteps()
    {
        var plan = Assert.IsType<PlanResult.Made>(Build(Request with { Strategy = Strategy.Shadow })).Plan;

        Assert.Equal(new ShadowStage(100, TimeSpan.FromMinutes(30), 500, null, 0.000001, false, false), plan.Shadow);
        Assert.Equal(["5 %", "25 %", "50 %"], plan.Steps.Select(step => step.Share.ToString()));
    }

    [Fact]
    public void Build_AStageBeforeGivenSteps_IsTakenAsGiven()
    {
        var plan = Assert.IsType<PlanResult.Made>(Build(Request with
        {
            Strategy = Strategy.CustomSteps,
            Steps = [new StepRequest(0.1, 5) { MinimumRequests = 1_000 }],
            MinimumRequests = 900,
            Shadow = new ShadowRequest { SamplingPercentage = 20, DurationMinutes = 60, MinimumAgreement = 0.98, Tolerance = 0.01, Gate = true, CarryEvidence = true },
        })).Plan;

        Assert.Equal(new ShadowStage(20, TimeSpan.FromHours(1), 900, CanaryConsole.Core.Percentage.FromFraction(0.98), 0.01, true, true), plan.Shadow);
        Assert.Single(plan.Steps);
    }

    [Fact]
    public void Build_WithoutAStage_HasNone() => Assert.Null(Assert.IsType<PlanResult.Made>(Build(Request)).Plan.Shadow);

    [Theory]
    [InlineData(0, 30.0, 0.9, 0.1, "shadow.samplingPercentage", "shadow.samplingPercentage is 0; it must be between 1 and 100.")]
    [InlineData(101, 30.0, 0.9, 0.1, "shadow.samplingPercentage", "shadow.samplingPercentage is 101; it must be between 1 and 100.")]
    [InlineData(50, -1.0, 0.9, 0.1, "shadow.durationMinutes", "shadow.durationMinutes is -1; it must be between 0 and 10080.")]
    [InlineData(50, 30.0, 0.0, 0.1, "shadow.minimumAgreement", "shadow.minimumAgreement is 0; it must be above 0 and at most 1, as in 0.98 for 98 %.")]
    [InlineData(50, 30.0, double.NaN, 0.1, "shadow.minimumAgreement", "shadow.minimumAgreement is NaN; it must be above 0 and at most 1, as in 0.98 for 98 %.")]
    [InlineData(50, 30.0, 0.9, -0.1, "shadow.tolerance", "shadow.tolerance is -0.1; it must be between 0 and 1000000.")]
    public void Build_OutOfBounds_NamesTheFieldAndTheBound(int sampling, double minutes, double agreement, double tolerance, string field, string reason)
    {
        var shadow = new ShadowRequest { SamplingPercentage = sampling, DurationMinutes = minutes, MinimumAgreement = agreement, Tolerance = tolerance };

        var invalid = Assert.IsType<PlanResult.Invalid>(Build(Request with { Shadow = shadow }));

        Assert.Equal((RefusalKind.Invalid, field, reason), (invalid.Kind, invalid.Field, invalid.Reason));
    }

    [Fact]
    public void Build_TwoVariantsThatServe_IsRefusedWithTheReason()
    {
        var invalid = Assert.IsType<PlanResult.Invalid>(Build(Request with { Strategy = Strategy.Shadow }, RolloutSamples.Endpoint(0.2)));

        Assert.Equal((RefusalKind.Conflict, "shadow"), (invalid.Kind, invalid.Field));
        Assert.Contains("beside exactly one production variant", invalid.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_BeforeAManagedDeployment_IsRefused() => Assert.StartsWith(
        "shadow was given",
        Assert.IsType<PlanResult.Invalid>(Build(Request with { Strategy = Strategy.BlueGreen, Shadow = new ShadowRequest() })).Reason,
        StringComparison.Ordinal);

    [Fact]
    public void Build_CarriedEvidenceWithNothingToLower_IsRefused() => Assert.Contains(
        "the first step asks for no minimum",
        Assert.IsType<PlanResult.Invalid>(Build(Request with { Shadow = new ShadowRequest { CarryEvidence = true } })).Reason,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 1_000)]
    [InlineData(300, 700)]
    [InlineData(5_000, 200)]
    public void Required_EvidenceCarriedOver_LowersTheFirstStepButLeavesAFifth(long shadowed, int required)
    {
        var plan = RolloutSamples.ShadowPlan(RolloutSamples.Stage with { CarryEvidence = true });
        plan = plan with { Steps = [plan.Steps[0] with { MinimumRequests = 1_000 }, plan.Steps[1] with { MinimumRequests = 2_000 }] };
        var shown = RolloutSamples.Shown() with { Challenger = new ShadowFigures(shadowed, 0, null, null) };

        var first = RolloutSamples.AfterShadow(plan, new RolloutEvent.ShadowEvent.ShadowFinished(shown, "enough"), new RolloutEvent.StepStarted(0, plan.Steps[0].Share, "go"));
        var second = RolloutSamples.AfterShadow(plan, new RolloutEvent.ShadowEvent.ShadowFinished(shown, "enough"), new RolloutEvent.StepStarted(1, plan.Steps[1].Share, "go"));

        Assert.Equal(required, StepRequests.Required(first));
        Assert.Equal(2_000, StepRequests.Required(second));
    }

    [Fact]
    public void Build_AShadowIsThereAlready_IsRefused() => Assert.Contains(
        "already has the shadow variant challenger-v8-shadow",
        Assert.IsType<PlanResult.Invalid>(Build(Request with { Strategy = Strategy.Shadow }, RolloutSamples.Shadowed())).Reason,
        StringComparison.Ordinal);

    [Fact]
    public void Build_AgreementWithoutDataCapture_IsRefused() => Assert.Contains(
        "captures no data",
        Assert.IsType<PlanResult.Invalid>(Build(Request with { Shadow = new ShadowRequest { MinimumAgreement = 0.9 } }, RolloutSamples.Endpoint(withChallenger: false))).Reason,
        StringComparison.Ordinal);

    private static PlanResult Build(RolloutRequest request, EndpointDescription? endpoint = null) => PlanBuilder.Build(
        request, endpoint ?? RolloutSamples.Shadowed() with { ShadowVariants = [] }, new Candidate(new RegisteredModel("media-ranker-v8", null, null), null));
}
