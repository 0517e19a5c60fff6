using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Rollouts.Plans;
using CanaryConsole.Core.Templates;

namespace CanaryConsole.Presentation.Templates;

/// <summary>A template as the list shows it.</summary>
/// <param name="Candidate">What it brings in, or that it leaves that open.</param>
/// <param name="Endpoint">Where, or that it leaves that open.</param>
/// <param name="Way">How, as in "5 % for 10 min, …".</param>
/// <param name="Yaml">The plan as a file.</param>
public sealed record TemplateRow(Template Template, string Strategy, string Candidate, string Endpoint, string Way, string Yaml)
{
    /// <summary>The form for a new rollout, filled in by this template.</summary>
    public string Use => $"/rollouts/new?template={Uri.EscapeDataString(Template.Name)}";

    /// <summary>The file for the browser to save; made here, so that nothing has to be asked for again.</summary>
    public string Download => $"data:application/yaml;charset=utf-8,{Uri.EscapeDataString(Yaml)}";

    public static TemplateRow Of(Template template) => new(
        template,
        RolloutNames.Of(template.Plan.Strategy),
        CandidateOf(template.Plan),
        template.Plan.Endpoint.Length > 0 ? template.Plan.Endpoint : "any endpoint",
        DraftWords.Then(PlanSketch.Of(template.Plan, null)),
        PlanFile.Write(template.Plan));

    private static string CandidateOf(RolloutRequest plan) => plan switch
    {
        { ModelName: { Length: > 0 } model } => model,
        { PackageGroup: { Length: > 0 } group, PackageVersion: { } version } => FormattableString.Invariant($"{group} v{version}"),
        { PackageGroup: { Length: > 0 } group } => $"{group}, any version",
        _ => "any model",
    };
}
