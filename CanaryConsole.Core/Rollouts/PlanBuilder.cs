using System.Text.RegularExpressions;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Readiness;

namespace CanaryConsole.Core.Rollouts;

/// <summary>A request held against an endpoint and a candidate: a whole plan, or the first field that is wrong. Pure.</summary>
internal static partial class PlanBuilder
{
    public static PlanResult Build(RolloutRequest request, EndpointDescription endpoint, Candidate candidate)
    {
        try
        {
            var champion = Champion(request, endpoint);
            var managed = ManagedPlan.Of(request, endpoint, champion);
            var smokeTests = PlanSmokeTests.Of(request);
            var guardrails = PlanGuardrails.Of(request);
            var challenger = managed is null ? Challenger(request, endpoint, champion, candidate) : ManagedPlan.Challenger(request, champion, candidate);
            return new PlanResult.Made(new RolloutPlan(
                endpoint.Name,
                champion.Name,
                challenger,
                request.Strategy,
                managed is null ? PlanSteps.Of(request) : [],
                guardrails,
                RequestBounds.Minutes("soakMinutes", request.SoakMinutes, RolloutDefaults.SoakMinutes),
                RequestBounds.Minutes("holdLimitMinutes", request.HoldLimitMinutes, RolloutDefaults.HoldLimitMinutes),
                request.AutoRollback,
                request.ApprovalRequired,
                smokeTests[0],
                champion.ModelName)
            {
                FalseRollbackBudget = PlanGuardrails.Budget(request, guardrails),
                Managed = managed,
                MoreSmokeTests = smokeTests.Count > 1 ? [.. smokeTests.Skip(1)] : null,
                Hooks = PlanHooks.Of(request),
                Readiness = managed is null ? new ReadinessBasis(endpoint.ConfigName, champion.CurrentInstanceCount) : null,
                Shadow = managed is null ? PlanShadow.Of(request, endpoint, PlanSteps.Of(request)) : null,
                Surroundings = PlanSurroundings.Of(request, champion, candidate) with
                {
                    Scaling = PlanScaling.Of(request, challenger),
                    Capture = PlanCapture.Of(request, endpoint, challenger),
                    Alarms = PlanAlarms.Of(request, challenger),
                    Tags = PlanTags.Of(request),
                },
            });
        }
        catch (PlanProblemException problem)
        {
            return new PlanResult.Invalid(problem.Kind, problem.Field, problem.Message);
        }
    }

    private static VariantDescription Champion(RolloutRequest request, EndpointDescription endpoint)
    {
        if (request.ChampionVariant is { Length: > 0 } named)
        {
            return endpoint.Variant(named) ?? throw RequestBounds.Invalid(
                "championVariant", $"championVariant is \"{named}\"; endpoint {endpoint.Name} has {string.Join(", ", endpoint.Variants.Select(variant => variant.Name))}.");
        }

        return endpoint.Variants.MaxBy(variant => variant.CurrentWeight)
            ?? throw new PlanProblemException(RefusalKind.Conflict, "endpoint", $"endpoint {endpoint.Name} has no variant to be the champion.");
    }

    private static Challenger Challenger(RolloutRequest request, EndpointDescription endpoint, VariantDescription champion, Candidate candidate)
    {
        var name = request.ChallengerVariant is { Length: > 0 } named ? named : DefaultName(candidate);
        if (!VariantName().IsMatch(name))
        {
            throw RequestBounds.Invalid("challengerVariant", $"challengerVariant is \"{name}\"; a variant name is 1 to 63 letters, digits and inner hyphens.");
        }

        if (string.Equals(name, champion.Name, StringComparison.Ordinal))
        {
            throw RequestBounds.Invalid("challengerVariant", $"challengerVariant is \"{name}\", which is the champion; choose another name.");
        }

        if (endpoint.Variants.FirstOrDefault(variant => variant.CurrentWeight > 0 && variant.Name != champion.Name && variant.Name != name) is { } third)
        {
            throw new PlanProblemException(
                RefusalKind.Conflict, "endpoint", $"endpoint {endpoint.Name} also sends traffic to {third.Name}; set its weight to 0 first, a rollout moves traffic between two variants.");
        }

        if (endpoint.Variant(name) is { CurrentWeight: > 0 } serving && serving.ModelName != candidate.Model.Name)
        {
            throw new PlanProblemException(
                RefusalKind.Conflict, "challengerVariant", $"challengerVariant is \"{name}\", which serves {serving.ModelName} now; choose another name or set its weight to 0 first.");
        }

        return new Challenger(
            name,
            candidate.Model.Name,
            candidate.Package?.Group,
            candidate.Package?.Version,
            request.InstanceType is { Length: > 0 } type ? type : champion.InstanceType,
            RequestBounds.Within("instanceCount", request.InstanceCount, Math.Max(1, champion.CurrentInstanceCount), 1, 1_000),
            candidate.Package?.Metadata ?? new Dictionary<string, string>(StringComparer.Ordinal));
    }

    private static string DefaultName(Candidate candidate)
    {
        var name = candidate.Package is { } package ? $"challenger-v{package.Version}" : $"challenger-{candidate.Model.Name}";
        return name.Length <= 63 ? name : name[..63].TrimEnd('-');
    }

    [GeneratedRegex("^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$")]
    private static partial Regex VariantName();
}
