using CanaryConsole.Core;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Api;

/// <summary>The model package groups.</summary>
internal sealed record GroupList(IReadOnlyList<string> Groups);

/// <summary>A group's versions, newest first.</summary>
internal sealed record PackageList(string Group, IReadOnlyList<ModelPackage> Packages);

internal static class Registry
{
    public static void MapRegistry(this IEndpointRouteBuilder api)
    {
        var registry = api.MapGroup("/registry").WithTags("Registry");
        registry.MapGet("", async (IModelRegistry models, CancellationToken cancellationToken) =>
                Results.Ok(new GroupList(await models.ListGroupsAsync(cancellationToken))))
            .WithSummary("Lists the model package groups.")
            .Produces<GroupList>();
        registry.MapGet("{group}", GetAsync)
            .WithSummary("A group's versions with approval and lineage, newest first, at most 100.")
            .Produces<PackageList>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> GetAsync(string group, IModelRegistry models, CancellationToken cancellationToken)
    {
        try
        {
            return Results.Ok(new PackageList(group, await models.ListPackagesAsync(group, cancellationToken)));
        }
        catch (CloudException exception) when (exception.Failure == CloudFailure.NotFound)
        {
            return Problems.NotFound("group", group, $"There is no model package group {group}.");
        }
    }
}
