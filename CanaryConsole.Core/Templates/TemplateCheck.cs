using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Templates;

/// <summary>What is wrong with a plan whatever endpoint and model it is used for. Pure.</summary>
internal static class TemplateCheck
{
    /// <summary>Null when the plan can be made on an endpoint that has nothing in its way.</summary>
    public static PlanResult.Invalid? Problem(RolloutRequest plan)
    {
        var champion = new VariantDescription(plan.ChampionVariant is { Length: > 0 } named ? named : "any-champion", "any-model", "ml.m5.xlarge", 1, 1, 1, 1);
        var endpoint = new EndpointDescription(
            plan.Endpoint, "arn:any", EndpointStatus.InService, "any-config", [champion], TimeSpan.FromSeconds(60), DateTimeOffset.UnixEpoch);
        var candidate = new Candidate(new RegisteredModel(plan.ModelName ?? "any-candidate", null, null), null);

        // What conflicts with the state of an endpoint is for the day the template is used.
        return PlanBuilder.Build(plan, endpoint, candidate) is PlanResult.Invalid { Kind: RefusalKind.Invalid } invalid ? invalid : null;
    }
}
