using System.Globalization;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Registry.Approvals;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Api;

internal static class Registry
{
    public static void MapRegistry(this IEndpointRouteBuilder api)
    {
        var registry = api.MapGroup("/registry").WithTags("Registry");
        registry.MapGet("", async (IModelRegistry models, CancellationToken cancellationToken) =>
                Results.Ok(new GroupList(await models.ListGroupsAsync(cancellationToken))))
            .WithSummary("Lists the model package groups.")
            .Produces<GroupList>();
        registry.MapGet("{group}", ListAsync)
            .WithSummary("A page of a group's versions with approval and lineage, newest first; narrowed with ?q= (label:value terms), the next page with ?after=.")
            .Produces<PackageList>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        registry.MapGet("{group}/versions/{version}", GetAsync)
            .WithSummary("One version with its approval, what that is worth, and its history.")
            .Produces<VersionResource>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        registry.MapPost("{group}/versions/{version}/approval", SetAsync)
            .AsWrite<VersionApprovalBody>()
            .WithSummary("Approves or rejects a version, bound to the digest of package and artifact; refused where somebody else changed it meanwhile.")
            .Produces<VersionResource>();
        registry.MapGet("{group}/candidate", FindAsync)
            .WithSummary("The version that a training run made: ?runId=, and ?endpoint= whose environment says whether a pending one will do.")
            .Produces<CandidateResource>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        string group, string? q, string? after, IModelRegistry models, IPackageCatalog catalog, IOptions<RegistryOptions> options, CancellationToken cancellationToken)
    {
        var search = PackageSearch.Read(q, options.Value.RunIdKey);
        if (search.Problem is { } problem)
        {
            return Problems.BadField("q", q, problem);
        }

        var page = await catalog.SearchAsync(new PackageQuery(group, search.Terms), after, cancellationToken);
        return page is { Packages: [], Next: null } && after is null && !(await models.ListGroupsAsync(cancellationToken)).Contains(group, StringComparer.Ordinal)
            ? Problems.NotFound("group", group, $"There is no model package group {group}.")
            : Results.Ok(new PackageList(group, page.Packages, page.Next, page.Total));
    }

    private static async Task<IResult> GetAsync(string group, string version, IApprovalDesk desk, CancellationToken cancellationToken) =>
        Number(version) is { } number && await desk.ReadAsync(group, number, cancellationToken) is { } approvals
            ? Results.Ok(VersionResource.Of(approvals))
            : Unknown(group, version);

    private static async Task<IResult> SetAsync(
        string group, string version, Body<VersionApprovalBody> body, Caller caller, HttpContext context, IApprovalDesk desk, CancellationToken cancellationToken)
    {
        if (Number(version) is not { } number)
        {
            return Unknown(group, version);
        }

        if (PackageSearch.Approval(body.Value.Status) is not { } status)
        {
            return Misread("status", body.Value.Status);
        }

        if (body.Value.ExpectedStatus is { } expected && PackageSearch.Approval(expected) is null)
        {
            return Misread("expectedStatus", expected);
        }

        var request = new ApprovalRequest(group, number, status, body.Value.Comment, PackageSearch.Approval(body.Value.ExpectedStatus));
        return await desk.SetAsync(request, caller.Name, cancellationToken) switch
        {
            ApprovalResult.Accepted accepted => Results.Ok(VersionResource.Of(accepted.Now)),
            ApprovalResult.Refused { Field: "version" or "group" } => Unknown(group, version),
            var other => Refused((ApprovalResult.Refused)other, context),
        };
    }

    private static async Task<IResult> FindAsync(string group, string? runId, string? endpoint, ICandidateDiscovery discovery, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(runId))
        {
            return Problems.BadField("runId", runId, "runId is missing; ask with ?runId= for the version of that training run.");
        }

        return await discovery.FindAsync(group, runId, endpoint, cancellationToken) switch
        {
            CandidateFinding.Found found => Results.Ok(new CandidateResource(found.Package, [], found.Reason)),
            CandidateFinding.None { Field: { } field } none => Problems.NotFound(field, field == "group" ? group : runId, none.Reason),
            CandidateFinding.None none => Results.Ok(new CandidateResource(null, none.Packages, none.Reason)),
            var several => Results.Ok(new CandidateResource(null, ((CandidateFinding.Several)several).Packages, several.Reason)),
        };
    }

    private static IResult Refused(ApprovalResult.Refused refused, HttpContext context) => Refusals.Of(refused.Kind, refused.Field, refused.Reason, context);

    private static IResult Misread(string field, string value) => Problems.BadField(field, value, $"{field} is \"{value}\"; it must be approved, rejected or pending.");

    private static IResult Unknown(string group, string version) => Problems.NotFound("version", version, $"Group {group} has no version {version}, or there is no such group.");

    private static int? Number(string version) =>
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
