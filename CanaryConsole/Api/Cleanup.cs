using CanaryConsole.Core.Cleanup;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api;

/// <summary>What the console made and nobody uses or needs.</summary>
internal sealed record CleanupList(IReadOnlyList<Leftover> Unused);

/// <summary>What is to be deleted, 1 to 100 of the list.</summary>
internal sealed record CleanupBody
{
    public required IReadOnlyList<CleanupItem> Items { get; init; }
}

/// <summary>What became of each; "kept" says why one was not deleted.</summary>
internal sealed record CleanupAnswer(IReadOnlyList<CleanupOutcome> Outcomes);

internal static class Cleanup
{
    private const int MostItems = 100;

    public static void MapCleanup(this IEndpointRouteBuilder api)
    {
        var cleanup = api.MapGroup("/cleanup").WithTags("Cleanup");
        cleanup.MapGet("", async (ICleanup service, CancellationToken cancellationToken) => Results.Ok(new CleanupList(await service.ListAsync(cancellationToken))))
            .WithSummary("Lists endpoint configurations and models that the console made and that no endpoint uses and no active rollout may need.")
            .Produces<CleanupList>()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        cleanup.MapPost("", DeleteAsync)
            .AsWrite<CleanupBody>()
            .WithSummary("Deletes what is named, each only after another look at whether anybody uses or needs it.")
            .Produces<CleanupAnswer>();
    }

    private static async Task<IResult> DeleteAsync(Body<CleanupBody> body, HttpContext context, Caller caller, ICleanup service, CancellationToken cancellationToken) =>
        body.Value.Items is { Count: >= 1 and <= MostItems } items
            ? Results.Ok(new CleanupAnswer(await service.DeleteAsync(items, caller.Name, cancellationToken)))
            : Refusals.Of(RefusalKind.Invalid, "items", $"items has {body.Value.Items.Count} entries; 1 to {MostItems} are possible.", context);
}
