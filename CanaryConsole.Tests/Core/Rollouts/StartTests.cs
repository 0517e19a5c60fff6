using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Rollouts;

public class StartTests
{
    [Fact]
    public async Task Start_NothingSaidButEndpointAndVersion_TakesTheDefaults()
    {
        using var bench = new MonitorBench();

        var id = await bench.StartAsync(new RolloutRequest { Endpoint = "media-ranker", PackageGroup = "media-ranker", PackageVersion = 8 });

        var plan = (await bench.Rollouts.FindAsync(id, CancellationToken.None))!.State.Plan;
        Assert.Equal(["5 %", "25 %", "50 %"], plan.Steps.Select(step => step.Share.ToString()));
        Assert.All(plan.Steps, step => Assert.Equal(TimeSpan.FromMinutes(10), step.Bake));
        Assert.Equal(["Error rate against champion", "Error rate below 1 %", "p99 below 100 ms"], plan.Guardrails.Select(guardrail => guardrail.Name));
        Assert.Equal(("champion", "challenger-v8", "media-ranker-v8", 2), (plan.ChampionVariant, plan.Challenger.VariantName, plan.Challenger.ModelName, plan.Challenger.InstanceCount));
        Assert.Equal(TimeSpan.FromMinutes(30), plan.Soak);
        Assert.Equal(TimeSpan.FromMilliseconds(100), plan.LatencyLimit);
    }

    [Fact]
    public async Task Start_Linear_RisesInEqualSteps()
    {
        using var bench = new MonitorBench();

        var id = await bench.StartAsync(MonitorBench.Request() with { Strategy = Strategy.Linear, Steps = null, LinearIncrement = 0.25 });

        var plan = (await bench.Rollouts.FindAsync(id, CancellationToken.None))!.State.Plan;
        Assert.Equal(["25 %", "50 %", "75 %"], plan.Steps.Select(step => step.Share.ToString()));
    }

    public static TheoryData<RolloutRequest, RefusalKind, string, string> Wrong => new()
    {
        { Request() with { Endpoint = "nope" }, RefusalKind.NotFound, "endpoint", "endpoint is \"nope\"; there is no such endpoint." },
        { Request() with { PackageGroup = null, PackageVersion = null }, RefusalKind.Invalid, "modelName", "modelName is missing; name a model, packageGroup and packageVersion of the registry, or a candidate by its run." },
        { Request() with { PackageGroup = null, PackageVersion = null, ModelName = "nope" }, RefusalKind.NotFound, "modelName", "modelName is \"nope\"; there is no such model." },
        { Request() with { PackageVersion = 77 }, RefusalKind.NotFound, "packageVersion", "packageVersion is 77; group media-ranker has no such version." },
        { Request() with { PackageVersion = 11 }, RefusalKind.Conflict, "packageVersion", "media-ranker v11 is PendingManualApproval; approve it in the registry first." },
        { Request() with { ChampionVariant = "nope" }, RefusalKind.Invalid, "championVariant", "championVariant is \"nope\"; endpoint media-ranker has champion." },
        { Request() with { ChallengerVariant = "champion" }, RefusalKind.Invalid, "challengerVariant", "challengerVariant is \"champion\", which is the champion; choose another name." },
        { Request() with { ChallengerVariant = "-x" }, RefusalKind.Invalid, "challengerVariant", "challengerVariant is \"-x\"; a variant name is 1 to 63 letters, digits and inner hyphens." },
        { Request() with { Steps = [new StepRequest(1.5, 5)] }, RefusalKind.Invalid, "steps[0].share", "steps[0].share is 1.5; a share is above 0 and below 1, as in 0.05 for 5 %." },
        { Request() with { Steps = [new StepRequest(double.NaN, 5)] }, RefusalKind.Invalid, "steps[0].share", "steps[0].share is NaN; a share is above 0 and below 1, as in 0.05 for 5 %." },
        { Request() with { Steps = [new StepRequest(0.5, 5), new StepRequest(0.25, 5)] }, RefusalKind.Invalid, "steps[1].share", "steps[1].share is 25 %, not above the 50 % before it; shares rise from step to step." },
        { Request() with { Steps = [] }, RefusalKind.Invalid, "steps", "steps is empty; custom steps need at least one, as in a share of 0.05 and 10 minutes." },
        { Request() with { ErrorRateLimit = 2 }, RefusalKind.Invalid, "errorRateLimit", "errorRateLimit is 2; it must be between 0 and 1." },
        { Request() with { LatencyP99LimitMs = double.NaN }, RefusalKind.Invalid, "latencyP99LimitMs", "latencyP99LimitMs is NaN; it must be between 0.001 and 60000." },
        { Request() with { MinimumRequests = 0 }, RefusalKind.Invalid, "minimumRequests", "minimumRequests is 0; it must be between 1 and 1000000." },
        { Request() with { SoakMinutes = -1 }, RefusalKind.Invalid, "soakMinutes", "soakMinutes is -1; it must be between 0 and 10080." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Start_OneFieldWrong_SaysWhichAndRecordsNothing(RolloutRequest request, RefusalKind kind, string field, string reason)
    {
        using var bench = new MonitorBench();

        var result = await bench.Rollouts.StartAsync(request, "ann", CancellationToken.None);

        Assert.Equal(new CommandResult.Refused(kind, field, reason), result);
        Assert.Empty(await bench.Rollouts.ListAsync(null, 10, CancellationToken.None));
    }

    [Fact]
    public void Guardrail_ComparisonOfZero_IsLeftOut() =>
        Assert.DoesNotContain(PlanGuardrails.Of(Request() with { ErrorRatioLimit = 0 }), guardrail => guardrail.Rule is GuardrailRule.ErrorRateAgainstChampion);

    private static RolloutRequest Request() => MonitorBench.Request();
}
