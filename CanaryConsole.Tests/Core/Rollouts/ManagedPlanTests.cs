using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

public sealed class ManagedPlanTests
{
    private static readonly EndpointDescription One = RolloutSamples.Endpoint(withChallenger: false);

    public static TheoryData<string, string, RolloutRequest> Refusals => new()
    {
        { "managed", "managed was given, but the strategy is canary: choose blueGreen or rolling, or leave it out.", Request(Strategy.Canary, new ManagedRequest()) },
        { "managed.waitSeconds", "managed.waitSeconds is 3601; it must be between 0 and 3600.", Request(managed: new ManagedRequest { WaitSeconds = 3601 }) },
        { "managed.terminationWaitSeconds", "managed.terminationWaitSeconds is -1; it must be between 0 and 3600.", Request(managed: new ManagedRequest { TerminationWaitSeconds = -1 }) },
        { "managed.maximumExecutionSeconds", "managed.maximumExecutionSeconds is 599; it must be between 600 and 28800.", Request(managed: new ManagedRequest { MaximumExecutionSeconds = 599 }) },
        { "managed.canarySize", "managed.canarySize is 51 %; it must be between 1 % and 50 % of the fleet.", Request(managed: new ManagedRequest { CanarySize = Percent(51) }) },
        { "managed.canarySize", "managed.canarySize is 2 instances, 100 % of 2; it must be between 1 % and 50 % of the fleet.", Request(managed: new ManagedRequest { CanarySize = new FleetSizeRequest { Unit = FleetUnit.Instances, Value = 2 } }) },
        { "managed.linearStepSize", "managed.linearStepSize is 9 %; it must be between 10 % and 50 % of the fleet.", Request(managed: new ManagedRequest { Traffic = TrafficShift.Linear, LinearStepSize = Percent(9) }) },
        { "managed.linearStepSize", "managed.linearStepSize was given, but belongs to the strategy blueGreen with traffic linear: leave it out.", Request(managed: new ManagedRequest { LinearStepSize = Percent(20) }) },
        { "managed.batchSize", "managed.batchSize is 4 %; it must be between 5 % and 50 % of the fleet.", Request(Strategy.Rolling, new ManagedRequest { BatchSize = Percent(4) }) },
        { "managed.traffic", "managed.traffic was given, but belongs to the strategy blueGreen: leave it out.", Request(Strategy.Rolling, new ManagedRequest { Traffic = TrafficShift.Linear }) },
        { "managed.alarms", "managed.alarms has \"pages\" twice; name each alarm once.", Request(managed: new ManagedRequest { Alarms = ["pages", "pages"] }) },
        { "managed.maximumExecutionSeconds", "managed.maximumExecutionSeconds is 600; 2 bakes of 600 s alone take 1200 s, so SageMaker would always roll back.", Request(managed: new ManagedRequest { MaximumExecutionSeconds = 600 }) },
        { "challengerVariant", "challengerVariant is \"next\"; a deployment by guardrails keeps the name of the variant it exchanges, champion: leave it out.", Request() with { ChallengerVariant = "next" } },
        { "steps", "steps were given, but the strategy is blueGreen: SageMaker moves the traffic, as managed says.", Request() with { Steps = [new StepRequest(0.1, 5)] } },
        { "bakeMinutes", "bakeMinutes was given, but the strategy is rolling: give managed.waitSeconds instead.", Request(Strategy.Rolling) with { BakeMinutes = 5 } },
        { "smokePayload", "smokePayload was given, but the strategy is blueGreen: the new fleet bears the old one's variant name and cannot be asked alone.", Request() with { SmokePayload = "{}" } },
        { "warmInstances", "warmInstances was given, but the strategy is blueGreen: SageMaker exchanges the whole fleet, and managed.terminationWaitSeconds says how long the old one is kept.", Request() with { WarmInstances = 1 } },
        { "strategy", "strategy is blueGreen, but SageMaker ignores deployment guardrails on ml.inf1.xlarge: it would update all at once, with no bake.", Request() with { InstanceType = "ml.inf1.xlarge" } },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Request_OutOfBoundsOrExcluded_IsRefusedWithTheReason(string field, string reason, RolloutRequest request)
    {
        var invalid = Assert.IsType<PlanResult.Invalid>(Build(request));

        Assert.Equal((field, reason), (invalid.Field, invalid.Reason));
    }

    [Fact]
    public void Rolling_OnTwoVariants_IsRefused()
    {
        var invalid = Assert.IsType<PlanResult.Invalid>(Build(Request(Strategy.Rolling), RolloutSamples.Endpoint()));

        Assert.Equal("strategy is rolling, which SageMaker does on endpoints of one variant; media-ranker has champion, challenger-v8.", invalid.Reason);
    }

    [Fact]
    public void BlueGreen_NothingSaid_IsACanaryThatKeepsTheVariantsName()
    {
        var plan = Assert.IsType<PlanResult.Made>(Build(Request())).Plan;

        Assert.Equal(("champion", "champion", "media-ranker-v8", 0), (plan.ChampionVariant, plan.Challenger.VariantName, plan.Challenger.ModelName, plan.Steps.Count));
        Assert.Equal(
            new ManagedDeployment(
                DeploymentKind.BlueGreen, TrafficShift.Canary, new FleetSize(FleetUnit.Percent, 10), TimeSpan.FromMinutes(10), TimeSpan.Zero, null, null, TimeSpan.FromHours(4), "media-ranker-config", plan.Managed!.ExtraAlarms),
            plan.Managed);
    }

    [Fact]
    public void Plan_AskedForAgain_GivesTheSame()
    {
        var request = Request(managed: new ManagedRequest { Traffic = TrafficShift.Linear, LinearStepSize = Percent(25), WaitSeconds = 120, TerminationWaitSeconds = 60, Alarms = ["pages"] });
        var managed = Assert.IsType<PlanResult.Made>(Build(request)).Plan.Managed!;

        var again = Assert.IsType<PlanResult.Made>(Build(Request(managed: ManagedPlan.Request(managed)))).Plan.Managed!;

        Assert.Equal(managed with { ExtraAlarms = [] }, again with { ExtraAlarms = [] });
        Assert.Equal(managed.ExtraAlarms, again.ExtraAlarms);
    }

    public static TheoryData<DeploymentFacts, string> Excluded => new()
    {
        { new DeploymentFacts(Serverless: true, null, null), "strategy is blueGreen, but a variant of media-ranker is serverless: deployment guardrails exchange instances." },
        { new DeploymentFacts(false, "ml.eia2.medium", null), "strategy is blueGreen, but champion uses the Elastic Inference accelerator ml.eia2.medium: SageMaker ignores deployment guardrails there and would update all at once, with no bake." },
        { new DeploymentFacts(false, null, "bought"), "strategy is blueGreen, but model bought comes from AWS Marketplace: SageMaker ignores deployment guardrails there and would update all at once, with no bake." },
    };

    [Theory]
    [MemberData(nameof(Excluded))]
    public void Facts_ThatGuardrailsExclude_AreRefused(DeploymentFacts facts, string reason)
    {
        var problem = Assert.Throws<PlanProblemException>(() => ManagedExclusions.Refuse(RolloutSamples.ManagedPlan(), One, facts));

        Assert.Equal((RefusalKind.Conflict, "strategy", reason), (problem.Kind, problem.Field, problem.Message));
    }

    [Fact]
    public void Alarms_MoreThanTen_AreRefused()
    {
        var plan = RolloutSamples.ManagedPlan();
        plan = plan with { Managed = plan.Managed! with { ExtraAlarms = [.. Enumerable.Range(1, 9).Select(number => $"pages-{number}")] } };

        var problem = Assert.Throws<PlanProblemException>(() => ManagedExclusions.Refuse(plan, One, new DeploymentFacts(false, null, null)));

        Assert.Equal("managed.alarms names 9 alarms, 11 with the console's own; SageMaker watches at most 10.", problem.Message);
    }

    private static PlanResult Build(RolloutRequest request, EndpointDescription? endpoint = null) =>
        PlanBuilder.Build(request, endpoint ?? One, new Candidate(new RegisteredModel("media-ranker-v8", null, null), null));

    private static RolloutRequest Request(Strategy strategy = Strategy.BlueGreen, ManagedRequest? managed = null) =>
        new() { Endpoint = "media-ranker", ModelName = "media-ranker-v8", ChampionVariant = "champion", Strategy = strategy, Managed = managed };

    private static FleetSizeRequest Percent(int value) => new() { Value = value };
}
