using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Waves;

/// <summary>
/// The streams of the waves, read anew for every decision: waves move by the minute, and what is not kept in memory cannot be out of date after a crash
/// or behind another replica. A wave that is not finished holds a claim, which is how it is found again.
/// </summary>
internal sealed class WaveLog(IEventStore store)
{
    private const string ClaimPrefix = "wave-active/";
    private const int Attempts = 5;

    private static readonly FrozenDictionary<Type, string> Types = typeof(WaveEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)
        .ToFrozenDictionary(attribute => attribute.DerivedType, attribute => (string)attribute.TypeDiscriminator!);

    public static WaveId IdOf(string stream) => new(stream[WaveId.StreamPrefix.Length..]);

    /// <exception cref="StoreException">The payload is not a wave's event that this version of the console knows.</exception>
    public static RecordedWaveEvent FromStored(StoredEvent stored)
    {
        try
        {
            var waveEvent = JsonSerializer.Deserialize<WaveEvent>(stored.Payload, CoreJson.Options) ?? throw new JsonException("The payload is null.");
            return new RecordedWaveEvent(stored.Version, stored.At, stored.Actor, waveEvent);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new StoreException(
                $"Event {stored.Version} of stream \"{stored.Stream}\" has the type \"{stored.Type}\", which this version of the console cannot read; "
                + "run the version that wrote it, or a newer one.",
                exception);
        }
    }

    public async Task<WaveRecord?> ReadAsync(WaveId id, CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(WaveId.StreamPrefix + id.Value, 0, cancellationToken).ConfigureAwait(false);
        var events = stored.Select(FromStored).ToList();
        return events.Count == 0 ? null : new WaveRecord(WaveEvolution.Fold(events), events);
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<WaveId>> ListAsync(string prefix, int limit, CancellationToken cancellationToken) =>
        [.. (await store.ListStreamsAsync(WaveId.StreamPrefix + prefix, limit, cancellationToken).ConfigureAwait(false)).Select(IdOf)];

    public async Task<IReadOnlyList<WaveId>> ActiveAsync(CancellationToken cancellationToken) =>
        [.. (await store.ListClaimsAsync(ClaimPrefix, cancellationToken).ConfigureAwait(false)).Values.Select(IdOf)];

    /// <summary>Null when the name is taken.</summary>
    public async Task<WaveState?> BeginAsync(WaveEvent.WavePlanned planned, DateTimeOffset at, string actor, CancellationToken cancellationToken)
    {
        var recorded = new RecordedWaveEvent(1, at, actor, planned);
        var append = new Append(WaveId.StreamPrefix + planned.Id.Value, 0, [ToNew(recorded)], Acquire: ClaimPrefix + planned.Id.Value);
        return await store.AppendAsync(append, cancellationToken).ConfigureAwait(false) is AppendResult.Appended ? WaveEvolution.Evolve(null, recorded) : null;
    }

    /// <summary>Decides and records; on a conflict reads again and decides again. Null when there is no such wave.</summary>
    /// <exception cref="StoreException">Nothing was recorded.</exception>
    public async Task<WaveOutcome?> ApplyAsync(WaveId id, WaveInput input, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await ReadAsync(id, cancellationToken).ConfigureAwait(false) is not { State: var before })
            {
                return null;
            }

            var decision = WaveDecider.Decide(before, input);
            if (decision is WaveDecision.Refused refused)
            {
                return new WaveOutcome(before, [], refused.Reason);
            }

            var happened = ((WaveDecision.Accepted)decision).Events.Select((one, index) => new RecordedWaveEvent(before.Version + index + 1, input.At, input.Actor, one)).ToList();
            var after = happened.Aggregate(before, WaveEvolution.Evolve);
            if (happened.Count == 0 || await TryAppendAsync(before, after, happened, cancellationToken).ConfigureAwait(false))
            {
                return new WaveOutcome(after, happened, null);
            }
        }

        throw new StoreException($"Wave {id} was changed by others {Attempts} times in a row; try again.");
    }

    private async Task<bool> TryAppendAsync(WaveState before, WaveState after, List<RecordedWaveEvent> happened, CancellationToken cancellationToken)
    {
        var append = new Append(
            WaveId.StreamPrefix + after.Id.Value, before.Version, [.. happened.Select(ToNew)], Release: after.IsFinished ? ClaimPrefix + after.Id.Value : null);
        return await store.AppendAsync(append, cancellationToken).ConfigureAwait(false) is AppendResult.Appended;
    }

    private static NewEvent ToNew(RecordedWaveEvent recorded) =>
        new(Types[recorded.Event.GetType()], recorded.At, recorded.Actor, JsonSerializer.Serialize(recorded.Event, CoreJson.Options));
}
