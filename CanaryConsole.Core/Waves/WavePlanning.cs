using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Templates;

namespace CanaryConsole.Core.Waves;

/// <summary>A request held to its bounds: a whole plan, or the first field that is wrong. Pure.</summary>
internal static class WavePlanning
{
    private const int LongestName = 80;
    private const int MostStages = 20;
    private const int MostInStage = 50;
    private const int MostEndpoints = 100;
    private const double LongestWait = 10_080;

    /// <param name="template">The plan of the template the request names; null when it names none.</param>
    /// <param name="endpoints">Every endpoint there is.</param>
    /// <exception cref="PlanProblemException">One field is wrong.</exception>
    public static WavePlan Of(WaveRequest request, RolloutRequest? template, IReadOnlySet<string> endpoints)
    {
        var plan = (request.Plan, template) switch
        {
            ({ Endpoint.Length: > 0 }, _) => throw RequestBounds.Invalid("plan.endpoint", "plan.endpoint is given; leave it out, the stages name the endpoints."),
            ({ } given, null) => given,
            (null, { } kept) => kept with { Endpoint = "" },
            (null, null) => throw RequestBounds.Invalid("plan", "plan is missing; give a plan, or the name of a template."),
            _ => throw RequestBounds.Invalid("template", "template and plan are both given; a wave goes by one of the two."),
        };
        if (TemplateCheck.Problem(plan) is { } wrong)
        {
            throw new PlanProblemException(wrong.Kind, $"plan.{wrong.Field}", $"plan.{wrong.Reason}");
        }

        return new WavePlan(Named("name", request.Name), plan, Stages(request, endpoints), request.Template);
    }

    private static List<WaveStage> Stages(WaveRequest request, IReadOnlySet<string> endpoints)
    {
        if (request.Stages.Count is < 1 or > MostStages)
        {
            throw RequestBounds.Invalid("stages", $"stages has {request.Stages.Count} entries; a wave has 1 to {MostStages}.");
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        var stages = new List<WaveStage>(request.Stages.Count);
        foreach (var stage in request.Stages)
        {
            var field = FormattableString.Invariant($"stages[{stages.Count}]");
            if (stage.Endpoints.Count is < 1 or > MostInStage)
            {
                throw RequestBounds.Invalid($"{field}.endpoints", $"{field}.endpoints has {stage.Endpoints.Count} entries; a stage has 1 to {MostInStage}.");
            }

            for (var index = 0; index < stage.Endpoints.Count; index++)
            {
                Check(FormattableString.Invariant($"{field}.endpoints[{index}]"), stage.Endpoints[index], taken, endpoints);
            }

            stages.Add(new WaveStage(
                stage.Name is { Length: > 0 } name ? Named($"{field}.name", name) : FormattableString.Invariant($"{stages.Count + 1}"),
                [.. stage.Endpoints],
                stage.Gate,
                RequestBounds.Minutes($"{field}.waitMinutes", stage.WaitMinutes, 0, LongestWait)));
        }

        return taken.Count <= MostEndpoints ? stages : throw RequestBounds.Invalid("stages", $"stages name {taken.Count} endpoints; a wave has at most {MostEndpoints}.");
    }

    private static void Check(string field, string endpoint, HashSet<string> taken, IReadOnlySet<string> endpoints)
    {
        if (!taken.Add(endpoint))
        {
            throw RequestBounds.Invalid(field, $"{field} is \"{endpoint}\", which stands in this wave already; each endpoint is rolled out once.");
        }

        if (!endpoints.Contains(endpoint))
        {
            throw new PlanProblemException(
                RefusalKind.NotFound, field, $"{field} is \"{endpoint}\"; there is no such endpoint in the console's account and region.");
        }
    }

    private static string Named(string field, string name) => name.Trim().Length is > 0 and <= LongestName
        ? name.Trim()
        : throw RequestBounds.Invalid(field, $"{field} must be 1 to {LongestName} characters.");
}
