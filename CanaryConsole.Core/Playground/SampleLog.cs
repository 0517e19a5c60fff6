using System.Text.Json;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Playground;

/// <summary>The streams of the samples, one for each endpoint and name that was ever used.</summary>
internal sealed class SampleLog(IEventStore store, TimeProvider clock)
{
    /// <summary>Names that can ever be used on one endpoint.</summary>
    public const int MostNames = 500;

    /// <summary>The names ever used, of samples that were deleted too.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(string endpoint, CancellationToken cancellationToken)
    {
        var prefix = Stream(endpoint, "");
        return [.. (await store.ListStreamsAsync(prefix, MostNames, cancellationToken).ConfigureAwait(false)).Select(stream => stream[prefix.Length..])];
    }

    /// <summary>The sample if there is one now, and the version of its stream; 0 for a name never used.</summary>
    public async Task<(Sample? Sample, int Version)> ReadAsync(string endpoint, string name, CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(Stream(endpoint, name), 0, cancellationToken).ConfigureAwait(false);
        return stored.Count == 0
            ? (null, 0)
            : (Read(stored[^1]) is SampleEvent.SampleSaved saved
                ? new Sample(endpoint, name, saved.ContentType, saved.Accept, saved.CustomAttributes, saved.Payload, stored[^1].At, stored[^1].Actor)
                : null, stored[^1].Version);
    }

    /// <summary>False when somebody else changed the sample meanwhile.</summary>
    public async Task<bool> TryAppendAsync(string endpoint, string name, int version, SampleEvent happened, string actor, CancellationToken cancellationToken)
    {
        var added = new NewEvent(happened is SampleEvent.SampleSaved ? "sampleSaved" : "sampleDeleted", clock.GetUtcNow(), actor, JsonSerializer.Serialize(happened, CoreJson.Options));
        return await store.AppendAsync(new Append(Stream(endpoint, name), version, [added]), cancellationToken).ConfigureAwait(false) is AppendResult.Appended;
    }

    private static string Stream(string endpoint, string name) => $"sample/{endpoint}/{name}";

    private static SampleEvent Read(StoredEvent stored)
    {
        try
        {
            return JsonSerializer.Deserialize<SampleEvent>(stored.Payload, CoreJson.Options) ?? throw new JsonException("The payload is null.");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new StoreException(
                $"Event {stored.Version} of stream \"{stored.Stream}\" has the type \"{stored.Type}\", which this version of the console cannot read; run the version that wrote it, or a newer one.",
                exception);
        }
    }
}
