using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Serving;

namespace CanaryConsole.Api;

/// <summary>What served an endpoint's traffic at a moment, and how that changed after it.</summary>
/// <param name="At">The moment; the start of the span when one was asked for.</param>
/// <param name="Known">The newest split that had been seen on the endpoint by then; absent when none had.</param>
/// <param name="Pending">A newer one that had been ordered and not yet seen.</param>
/// <param name="Next">The first change after that moment; absent when there is none yet.</param>
/// <param name="To">The end of the span; absent when a moment was asked for, like what follows.</param>
/// <param name="Changes">After the start, up to the end, oldest first.</param>
/// <param name="IsCut">There was more than one answer holds: the earliest changes are left out, and the moment is the one before those that are here.</param>
internal sealed record ServingResource(
    string Endpoint,
    DateTimeOffset At,
    ServingChange? Known,
    ServingChange? Pending,
    ServingChange? Next,
    DateTimeOffset? To = null,
    IReadOnlyList<ServingChange>? Changes = null,
    bool? IsCut = null)
{
    public static ServingResource Of(ServingMoment moment) => new(moment.Endpoint, moment.At, moment.Known, moment.Pending, moment.Next);

    public static ServingResource Of(ServingSpan span) => Of(span.AtStart) with { To = span.To, Changes = span.Changes, IsCut = span.IsCut };
}

internal static class Serving
{
    public static void MapServing(this IEndpointRouteBuilder api) => api.MapGet("/endpoints/{name}/serving", GetAsync)
        .WithTags("Endpoints")
        .WithSummary("What served the endpoint's traffic at ?at= (default now), or how it changed from ?from= to ?to= (default now), told from the events: what was only ordered, what was read back, and by whom. A change made outside the console is known from when it was seen.")
        .Produces<ServingResource>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> GetAsync(
        string name, string? at, string? from, string? to, IServingHistory history, ISnapshotFeed<MonitorSnapshot> feed, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var badAt = QueryReading.TryTime("at", at, now, out var moment);
        var badFrom = QueryReading.TryTime("from", from, now, out var start);
        var badTo = QueryReading.TryTime("to", to, now, out var end);
        var odd = (at, from, to) switch
        {
            (not null, not null, _) or (not null, _, not null) => Problems.BadField("at", at, "at is one moment, from and to are a span: give one of the two."),
            (_, null, not null) => Problems.BadField("from", null, "from is missing: a span that ends at to begins at from."),
            _ when moment > now => Problems.OutOfBounds("at", at, "at is in the future: nothing has served then yet."),
            _ when start > now => Problems.OutOfBounds("from", from, "from is in the future: nothing has served then yet."),
            _ when end < start => Problems.OutOfBounds("to", to, "to is before from: a span ends after it begins."),
            _ => null,
        };
        if ((badAt ?? badFrom ?? badTo ?? odd) is { } problem)
        {
            return problem;
        }

        var answer = from is null
            ? ServingResource.Of(await history.AtAsync(name, moment, cancellationToken))
            : ServingResource.Of(await history.OverAsync(name, start, end, cancellationToken));
        return answer is { Known: null, Pending: null, Next: null, Changes: null or { Count: 0 } } && feed.Current.Endpoint(name) is null
            ? Problems.NotFound("name", name, $"No event speaks of an endpoint {name}, and the monitor sees none.")
            : Results.Ok(answer);
    }
}
