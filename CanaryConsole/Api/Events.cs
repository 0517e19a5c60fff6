using System.Text.Json;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Waves;

namespace CanaryConsole.Api;

/// <summary>One entry of the whole log, as stored.</summary>
/// <param name="Position">Rises over all streams; may have gaps.</param>
/// <param name="Sentence">What happened, in plain words; only for events of rollouts and waves.</param>
/// <param name="Payload">What the hash covers, beside the members here.</param>
/// <param name="Hash">SHA-256 over all other members, the previous hash included.</param>
internal sealed record LogEntry(
    long Position,
    string Stream,
    int Version,
    string Type,
    DateTimeOffset At,
    string Actor,
    string? Sentence,
    JsonElement Payload,
    string PreviousHash,
    string Hash);

/// <summary>A page of the log.</summary>
/// <param name="Next">Give this as ?after= for the page that follows, now or when more has happened.</param>
internal sealed record LogPage(IReadOnlyList<LogEntry> Events, long Next);

internal static class Events
{
    private const int MostListed = 1000;

    public static void MapEvents(this IEndpointRouteBuilder api) => api.MapGet("/events", ReadAsync)
        .WithTags("Events")
        .WithSummary("The whole log across all rollouts and endpoints, oldest first: after position ?after=, at most ?limit= (1 to 1000, default 100).")
        .Produces<LogPage>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> ReadAsync(string? after, string? limit, IEventStore store, IRolloutService rollouts, IWaveService waves, CancellationToken cancellationToken)
    {
        var badAfter = QueryReading.TryWhole("after", after, 0, 0, long.MaxValue, out var position);
        var badLimit = QueryReading.TryWhole("limit", limit, 100, 1, MostListed, out var most);
        if ((badAfter ?? badLimit) is { } problem)
        {
            return problem;
        }

        var events = await store.ReadAllAsync(position, (int)most, cancellationToken);
        var plans = new Dictionary<string, RolloutPlan?>(StringComparer.Ordinal);
        foreach (var stream in events.Select(stored => stored.Stream).Distinct().Where(IsRollout))
        {
            plans[stream] = (await rollouts.FindAsync(new RolloutId(stream[RolloutEventJson.StreamPrefix.Length..]), cancellationToken))?.State.Plan;
        }

        var told = new Dictionary<string, WaveRecord?>(StringComparer.Ordinal);
        foreach (var stream in events.Select(stored => stored.Stream).Distinct().Where(stream => stream.StartsWith(WaveId.StreamPrefix, StringComparison.Ordinal)))
        {
            told[stream] = await waves.FindAsync(new WaveId(stream[WaveId.StreamPrefix.Length..]), cancellationToken);
        }

        return Results.Ok(new LogPage(
            [.. events.Select(stored => Show(stored, Sentence(stored, plans.GetValueOrDefault(stored.Stream), told.GetValueOrDefault(stored.Stream))))],
            events.Count > 0 ? events[^1].Position : position));
    }

    private static bool IsRollout(string stream) => stream.StartsWith(RolloutEventJson.StreamPrefix, StringComparison.Ordinal);

    private static string? Sentence(StoredEvent stored, RolloutPlan? plan, WaveRecord? wave) => (plan, wave?.Events.FirstOrDefault(recorded => recorded.Version == stored.Version)) switch
    {
        ({ } known, _) => Journal.Sentence(RolloutEventJson.FromStored(stored).Event, known),
        (_, { } recorded) => WaveJournal.Sentence(recorded.Event, wave!.State.Plan),
        _ => null,
    };

    private static LogEntry Show(StoredEvent stored, string? sentence) => new(
        stored.Position,
        stored.Stream,
        stored.Version,
        stored.Type,
        stored.At,
        stored.Actor,
        sentence,
        JsonSerializer.Deserialize<JsonElement>(stored.Payload),
        stored.PreviousHash,
        stored.Hash);
}
