using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation.Story;

namespace CanaryConsole.Api;

/// <summary>The whole story of a rollout, filtered and page by page, as JSON or as CSV.</summary>
internal static class RolloutEvents
{
    public const int MostListed = 10_000;

    private const int Usual = 1_000;

    public static void MapRolloutEvents(this IEndpointRouteBuilder api) => api.MapGet("/rollouts/{id}/events", ReadAsync)
        .WithTags("Rollouts")
        .WithSummary("Everything that happened to a rollout, oldest first, each with a plain sentence and its place in the hash chain.")
        .WithDescription("Filtered by ?kind= (one or several, with commas), ?actor=, ?from= and ?to= (times, both included) and ?q= (in sentence, kind or actor); after version ?after=, "
            + $"at most ?limit= (1 to {MostListed}, default {Usual}). As CSV with ?format=csv or Accept: text/csv: RFC 4180, and safe to open in a spreadsheet. A Link header leads to the page that follows.")
        .Produces<RolloutEventList>()
        .Produces<string>(StatusCodes.Status200OK, StoryCsv.ContentType)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> ReadAsync(
        string id, string[]? kind, string? actor, string? from, string? to, string? q, string? after, string? limit, string? format,
        HttpContext context, IStoryReader stories, CancellationToken cancellationToken)
    {
        var (filter, fault) = StoryAddress.Read(kind, actor, from, to, q);
        var badAfter = QueryReading.TryWhole("after", after, 0, 0, int.MaxValue, out var version);
        var badLimit = QueryReading.TryWhole("limit", limit, Usual, 1, MostListed, out var most);
        var badFormat = StoryFormats.TryRead(format, context.Request.Headers.Accept, out var wanted);
        var badFilter = fault is null ? null : Problems.BadField(fault.Field, fault.Value, fault.Sentence);
        if ((badFilter ?? badAfter ?? badLimit ?? badFormat) is { } problem)
        {
            return problem;
        }

        if (await stories.ReadAsync(new RolloutId(id), cancellationToken) is not { } story)
        {
            return Rollouts.Unknown(id);
        }

        var matching = story.Entries.Where(entry => entry.Recorded.Version > version && filter.Matches(entry)).ToList();
        var shown = matching.Take((int)most).ToList();
        int? next = shown.Count < matching.Count ? shown[^1].Recorded.Version : null;
        if (next is { } follows)
        {
            context.Response.Headers.Link = $"<{Following(context.Request, follows)}>; rel=\"next\"";
        }

        context.Response.Headers.Vary = "Accept";
        return wanted switch
        {
            StoryFormat.Csv => Results.File(StoryCsv.Write(shown), StoryCsv.ContentType, $"{id}-events.csv"),
            StoryFormat.Json => Results.Ok(new RolloutEventList([.. shown.Select(RolloutEventResource.Of)], matching.Count, next)),
        };
    }

    private static string Following(HttpRequest request, int after)
    {
        var query = request.Query.Where(pair => pair.Key != "after").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value));
        return request.Path + QueryString.Create(query.Append(KeyValuePair.Create<string, string?>("after", FormattableString.Invariant($"{after}"))));
    }
}
