using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Templates;

/// <summary>The streams of the templates, one for each name that was ever used.</summary>
internal sealed class TemplateLog(IEventStore store, TimeProvider clock)
{
    public const string StreamPrefix = "template/";

    /// <summary>Names that can ever be used: what the store lists at once.</summary>
    public const int MostNames = 1_000;

    private static readonly FrozenDictionary<Type, string> Types = typeof(TemplateEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)
        .ToFrozenDictionary(attribute => attribute.DerivedType, attribute => (string)attribute.TypeDiscriminator!);

    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellationToken) =>
        [.. (await store.ListStreamsAsync(StreamPrefix, MostNames, cancellationToken).ConfigureAwait(false)).Select(stream => stream[StreamPrefix.Length..])];

    /// <summary>The template if there is one now, and the version of its stream; 0 for a name never used.</summary>
    public async Task<(Template? Template, int Version)> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(StreamPrefix + name, 0, cancellationToken).ConfigureAwait(false);
        if (stored.Count == 0)
        {
            return (null, 0);
        }

        var newest = stored[^1];
        return (Read(newest) is TemplateEvent.TemplateSaved saved ? new Template(name, newest.Version, saved.Plan, newest.At, newest.Actor) : null, newest.Version);
    }

    /// <summary>False when somebody else changed the template meanwhile.</summary>
    public async Task<bool> TryAppendAsync(string name, int version, TemplateEvent happened, string actor, CancellationToken cancellationToken)
    {
        var added = new NewEvent(Types[happened.GetType()], clock.GetUtcNow(), actor, JsonSerializer.Serialize(happened, CoreJson.Options));
        return await store.AppendAsync(new Append(StreamPrefix + name, version, [added]), cancellationToken).ConfigureAwait(false) is AppendResult.Appended;
    }

    private static TemplateEvent Read(StoredEvent stored)
    {
        try
        {
            return JsonSerializer.Deserialize<TemplateEvent>(stored.Payload, CoreJson.Options) ?? throw new JsonException("The payload is null.");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new StoreException(
                $"Event {stored.Version} of stream \"{stored.Stream}\" has the type \"{stored.Type}\", which this version of the console cannot read; "
                + "run the version that wrote it, or a newer one.",
                exception);
        }
    }
}
