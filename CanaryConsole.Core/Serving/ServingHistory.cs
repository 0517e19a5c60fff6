using System.Globalization;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Serving;

/// <summary>Reads the streams that can speak of a time, and no more; the fold decides.</summary>
internal sealed class ServingHistory(IEventStore store, IRolloutRecords rollouts, EndpointLog log) : IServingHistory
{
    /// <summary>The newest rollouts of an endpoint that can be gone back to.</summary>
    private const int MostListed = 1_000;

    /// <summary>Rollouts read for one answer.</summary>
    private const int MostRead = 200;

    /// <summary>Rollouts read only because an earlier one may say which package a model came from.</summary>
    private const int MostForOrigins = 10;

    public async Task<ServingMoment> AtAsync(string endpoint, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var outside = await log.ReadAsync(endpoint, cancellationToken).ConfigureAwait(false);
        var streams = await StreamsAsync(endpoint, cancellationToken).ConfigureAwait(false);
        var read = await BackAsync(endpoint, streams, at, at, outside, cancellationToken).ConfigureAwait(false);
        var newer = streams.Where(stream => stream.Day > DayOf(at)).Reverse().Take(MostRead).ToList();
        var moment = Moment(endpoint, read, outside, at);
        for (var next = 0; next < newer.Count && !IsSettled(moment, newer[next].Day); next++)
        {
            await ReadAsync(endpoint, newer[next].Id, read, cancellationToken).ConfigureAwait(false);
            moment = Moment(endpoint, read, outside, at);
        }

        return moment;
    }

    public async Task<ServingSpan> OverAsync(string endpoint, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var outside = await log.ReadAsync(endpoint, cancellationToken).ConfigureAwait(false);
        var streams = await StreamsAsync(endpoint, cancellationToken).ConfigureAwait(false);
        var read = await BackAsync(endpoint, streams, from, to, outside, cancellationToken).ConfigureAwait(false);
        var changes = ServingTimeline.Of(endpoint, read, outside);
        var within = changes.Where(change => change.At > from && change.At <= to).ToList();

        // With more rollouts than are read, the time before the first that was read is not whole.
        var whole = read.Count < MostRead ? from : Later(from, read[^1].State.PlannedAt);
        var kept = within.Where(change => change.At > whole).TakeLast(IServingHistory.MostChanges).ToList();
        var start = kept.Count < within.Count && kept.Count > 0 ? kept[0].At.AddTicks(-1) : whole;
        return new ServingSpan(endpoint, from, to, ServingTimeline.At(endpoint, changes, start), kept, start > from);
    }

    private static ServingMoment Moment(string endpoint, List<RolloutRecord> read, IReadOnlyList<RecordedEndpointEvent> outside, DateTimeOffset at) =>
        ServingTimeline.At(endpoint, ServingTimeline.Of(endpoint, read, outside), at);

    // A rollout of a later day than the change that follows cannot hold an earlier one.
    private static bool IsSettled(ServingMoment moment, DateOnly day) => moment.Next is { } next && DayOf(next.At) < day;

    /// <summary>From the newest that can matter back to the one that tells what stood at the start.</summary>
    private async Task<List<RolloutRecord>> BackAsync(
        string endpoint,
        IReadOnlyList<(RolloutId Id, DateOnly Day)> streams,
        DateTimeOffset from,
        DateTimeOffset to,
        IReadOnlyList<RecordedEndpointEvent> outside,
        CancellationToken cancellationToken)
    {
        var read = new List<RolloutRecord>();
        var further = 0;
        foreach (var (id, day) in streams.Where(stream => stream.Day <= DayOf(to)))
        {
            // One rollout at a time moves an endpoint's traffic: before the newest that tells of the start only where its models came from still matters.
            var moment = day < DayOf(from) ? Moment(endpoint, read, outside, from) : null;
            if (read.Count == MostRead || (moment is { IsUnknown: false } && (HasOrigins(moment) || further++ == MostForOrigins)))
            {
                break;
            }

            await ReadAsync(endpoint, id, read, cancellationToken).ConfigureAwait(false);
        }

        return read;
    }

    private static bool HasOrigins(ServingMoment moment) =>
        (moment.Known?.Variants ?? []).Concat(moment.Pending?.Variants ?? []).All(served => served.PackageGroup is not null);

    private async Task ReadAsync(string endpoint, RolloutId id, List<RolloutRecord> read, CancellationToken cancellationToken)
    {
        if (await rollouts.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } record && record.State.Plan.Endpoint == endpoint)
        {
            read.Add(record);
        }
    }

    /// <summary>The endpoint's rollouts with the day each was planned, newest first: their names tell.</summary>
    private async Task<IReadOnlyList<(RolloutId Id, DateOnly Day)>> StreamsAsync(string endpoint, CancellationToken cancellationToken)
    {
        var prefix = $"{RolloutEventJson.StreamPrefix}{endpoint}-";
        var names = await store.ListStreamsAsync(prefix + "2", MostListed, cancellationToken).ConfigureAwait(false);
        var streams = new List<(RolloutId, DateOnly)>(names.Count);
        foreach (var name in names)
        {
            if (name.Length > prefix.Length + 9
                && name[prefix.Length + 8] == '-'
                && DateOnly.TryParseExact(name.AsSpan(prefix.Length, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                streams.Add((RolloutLedger.IdOf(name), day));
            }
        }

        return streams;
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
