using System.Text.Json;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Rollouts.Plans;
using CanaryConsole.Core.Templates;

namespace CanaryConsole.Api;

/// <summary>A plan kept under a name.</summary>
/// <param name="Version">Rises with each save; earlier versions stay in the log.</param>
/// <param name="Plan">As it would be sent to POST /api/rollouts; without an endpoint where the template leaves it open.</param>
internal sealed record TemplateResource(string Name, int Version, DateTimeOffset SavedAt, string SavedBy, JsonElement Plan)
{
    public static TemplateResource Of(Template template) => new(template.Name, template.Version, template.SavedAt, template.SavedBy, PlanFile.Members(template.Plan));
}

internal sealed record TemplateList(IReadOnlyList<TemplateResource> Templates);

/// <summary>The template's other name.</summary>
internal sealed record RenameBody
{
    public required string NewName { get; init; }
}

internal static class Templates
{
    public static void MapTemplates(this IEndpointRouteBuilder api)
    {
        var templates = api.MapGroup("/templates").WithTags("Templates");
        templates.MapGet("", async (ITemplateService service, CancellationToken cancellationToken) =>
                Results.Ok(new TemplateList([.. (await service.ListAsync(cancellationToken)).Select(TemplateResource.Of)])))
            .WithSummary("Lists the templates by name.")
            .Produces<TemplateList>()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        templates.MapGet("{name}", GetAsync)
            .WithSummary("One template with its plan.")
            .Produces<TemplateResource>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        templates.MapGet("{name}/plan", PlanAsync)
            .WithSummary("A template's plan as a YAML file; as JSON with Accept: application/json.")
            .Produces<RolloutRequest>(StatusCodes.Status200OK, YamlBody.ContentType, "application/json")
            .ProducesProblem(StatusCodes.Status404NotFound);
        templates.MapPut("{name}", SaveAsync)
            .AsFileWrite<RolloutRequest>()
            .WithMetadata(new OpenPlanBody())
            .WithSummary("Keeps a plan under the name, in place of what was there: the body of POST /api/rollouts, whose endpoint and model may be left out.")
            .Produces<TemplateResource>();
        templates.MapPost("{name}/rename", RenameAsync)
            .AsWrite<RenameBody>()
            .WithSummary("Gives a template another name; refused when that is taken.")
            .Produces<TemplateResource>();
        templates.MapDelete("{name}", DeleteAsync)
            .WithMetadata(new Idempotent())
            .WithSummary("Deletes a template; its versions stay in the log.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        templates.MapPost("{name}/rollouts", StartAsync)
            .AsWrite<TemplateUse>(bodyOptional: true)
            .WithMetadata(new OptionalBody())
            .WithSummary("Starts a rollout by the template; what the body names stands in place of the template's own.")
            .Produces<RolloutResource>(StatusCodes.Status201Created);
    }

    private static IResult Unknown(string name) => Problems.NotFound("name", name, $"There is no template {name}.");

    private static async Task<IResult> GetAsync(string name, ITemplateService service, CancellationToken cancellationToken) =>
        await service.FindAsync(name, cancellationToken) is { } template ? Results.Ok(TemplateResource.Of(template)) : Unknown(name);

    private static async Task<IResult> PlanAsync(string name, HttpContext context, ITemplateService service, CancellationToken cancellationToken) =>
        await service.FindAsync(name, cancellationToken) is { } template ? PlanAnswer.Of(template.Plan, name, context) : Unknown(name);

    private static async Task<IResult> SaveAsync(string name, Body<RolloutRequest> body, HttpContext context, Caller caller, ITemplateService service, CancellationToken cancellationToken) =>
        Answer(await service.SaveAsync(name, body.Value, caller.Name, cancellationToken), name, context);

    private static async Task<IResult> RenameAsync(string name, Body<RenameBody> body, HttpContext context, Caller caller, ITemplateService service, CancellationToken cancellationToken) =>
        Answer(await service.RenameAsync(name, body.Value.NewName, caller.Name, cancellationToken), name, context);

    private static async Task<IResult> DeleteAsync(string name, HttpContext context, Caller caller, ITemplateService service, CancellationToken cancellationToken) =>
        await service.DeleteAsync(name, caller.Name, cancellationToken) is TemplateResult.Refused refused ? Refused(refused, name, context) : Results.NoContent();

    private static async Task<IResult> StartAsync(
        string name, Body<TemplateUse> body, HttpContext context, Caller caller, ITemplateService service, ISnapshotFeed<MonitorSnapshot> feed, CancellationToken cancellationToken) =>
        await service.StartAsync(name, body.Value, caller.Name, cancellationToken) switch
        {
            CommandResult.Accepted accepted => Rollouts.Started(accepted, feed),
            CommandResult.Refused { Kind: RefusalKind.NotFound, Field: "name" } => Unknown(name),
            var other => ((CommandResult.Refused)other).ToProblem(context),
        };

    private static IResult Answer(TemplateResult result, string name, HttpContext context) => result switch
    {
        TemplateResult.Accepted accepted => Results.Ok(TemplateResource.Of(accepted.Template)),
        var other => Refused((TemplateResult.Refused)other, name, context),
    };

    private static IResult Refused(TemplateResult.Refused refused, string name, HttpContext context) => refused switch
    {
        { Kind: RefusalKind.NotFound, Field: "name" } => Unknown(name),
        { Field: "name" } => Problems.Of(refused.Kind, refused.Field, refused.Reason, name),
        _ => Refusals.Of(refused.Kind, refused.Field, refused.Reason, context),
    };
}
