using System.Text;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Rollouts.Plans;

namespace CanaryConsole.Api;

/// <summary>A plan as an answer: a YAML file, unless JSON is what the caller would rather have.</summary>
internal static class PlanAnswer
{
    /// <param name="name">Of the file, without its ending.</param>
    public static IResult Of(RolloutRequest request, string name, HttpContext context)
    {
        context.Response.Headers.Vary = "Accept";
        return PrefersJson(context.Request)
            ? Results.Ok(PlanFile.Members(request))
            : Results.File(Encoding.UTF8.GetBytes(PlanFile.Write(request)), YamlBody.ContentType + "; charset=utf-8", $"{name}.yaml");
    }

    private static bool PrefersJson(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        var json = accepted.Where(kind => kind.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)).Max(kind => (double?)(kind.Quality ?? 1));
        var yaml = accepted.Where(YamlBody.IsYaml).Max(kind => (double?)(kind.Quality ?? 1));
        return json > (yaml ?? 0);
    }
}
