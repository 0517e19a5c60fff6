using CanaryConsole.Benchmarks.Cloud;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Benchmarks.Engine;

/// <summary>The events of a rollout that has held its first share for a while, with the default guardrails. Its bake outlasts every benchmark.</summary>
internal static class BakingRollout
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(30);

    public static Append Of(FakeEndpoint endpoint, int number, DateTimeOffset now)
    {
        var id = new RolloutId(FormattableString.Invariant($"{endpoint.Name}-{now.UtcDateTime:yyyyMMdd}-{number}"));
        var plan = Plan(endpoint.Name);
        var share = plan.Steps[0].Share;
        RolloutEvent[] events =
        [
            new RolloutEvent.RolloutPlanned(id, plan, PlanDigest.Of(plan)),
            new RolloutEvent.PreparationStarted(),
            new RolloutEvent.VariantReady($"{endpoint.Name}-config"),
            new RolloutEvent.SmokeTestPassed(new SmokeTestResult(3, 3, TimeSpan.FromMilliseconds(25), null)),
            new RolloutEvent.StepStarted(0, share, "smoke test passed, 3 of 3"),
            new RolloutEvent.WeightsConfirmed(share, TimeSpan.FromSeconds(9)),
        ];
        return new Append(
            RolloutLedger.StreamOf(id),
            ExpectedVersion: 0,
            [.. events.Select(happened => RolloutEventJson.ToNew(happened, now - Age, "benchmark"))],
            Acquire: RolloutLedger.ClaimOn(endpoint.Name));
    }

    private static RolloutPlan Plan(string endpoint)
    {
        var variant = FakeEndpoint.Challenger;
        var request = new RolloutRequest
        {
            Endpoint = endpoint,
            ChampionVariant = FakeEndpoint.Champion,
            ChallengerVariant = variant,
            Strategy = Strategy.CustomSteps,
            Steps = [new StepRequest(0.05, BakeMinutes: 10_000)],
        };
        var description = new EndpointDescription(
            endpoint,
            Arn: "",
            EndpointStatus.InService,
            $"{endpoint}-config",
            [new VariantDescription(FakeEndpoint.Champion, SageMakerAnswers.ModelOf(endpoint, FakeEndpoint.Champion), "ml.m5.xlarge", 1, 1, 2, 2)],
            TimeSpan.FromSeconds(10),
            default);
        var candidate = new Candidate(new RegisteredModel(SageMakerAnswers.ModelOf(endpoint, variant), null, null), null);
        return PlanBuilder.Build(request, description, candidate) is PlanResult.Made made
            ? made.Plan
            : throw new InvalidOperationException($"The plan for {endpoint} was not made.");
    }
}
