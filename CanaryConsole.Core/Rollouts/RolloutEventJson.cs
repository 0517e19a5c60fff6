using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Rollout events on their way into the store and back.</summary>
public static class RolloutEventJson
{
    /// <summary>Every rollout's stream is this and its id, as in "rollout/media-ranker-20261121-1".</summary>
    public const string StreamPrefix = "rollout/";

    private static readonly FrozenDictionary<Type, string> Names = typeof(RolloutEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)
        .ToFrozenDictionary(attribute => attribute.DerivedType, attribute => (string)attribute.TypeDiscriminator!);

    /// <summary>Every event's name on the wire.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Names.Values.Order(StringComparer.Ordinal)];

    /// <summary>The event to append; its type is the name on the wire, as in "stepStarted".</summary>
    /// <param name="actor">Who: a person, "api", or "monitor".</param>
    public static NewEvent ToNew(RolloutEvent rolloutEvent, DateTimeOffset at, string actor)
    {
        ArgumentNullException.ThrowIfNull(rolloutEvent);
        return new(Names[rolloutEvent.GetType()], at, actor, JsonSerializer.Serialize(rolloutEvent, CoreJson.Options));
    }

    /// <exception cref="StoreException">The payload is not a rollout event that this version of the console knows.</exception>
    public static RecordedRolloutEvent FromStored(StoredEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        try
        {
            var rolloutEvent = JsonSerializer.Deserialize<RolloutEvent>(stored.Payload, CoreJson.Options) ?? throw new JsonException("The payload is null.");
            return new(stored.Version, stored.At, stored.Actor, rolloutEvent);
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
