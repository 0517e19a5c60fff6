using System.Diagnostics;
using System.Text.Json;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Endpoints;

/// <summary>The stream of an endpoint: what happened to it outside any rollout.</summary>
internal sealed class EndpointLog(IEventStore store)
{
    private const int Attempts = 5;

    public static string StreamOf(string endpoint) => $"endpoint/{endpoint}";

    /// <exception cref="StoreException">It could not be written.</exception>
    public async Task AppendAsync(string endpoint, EndpointEvent happened, DateTimeOffset at, string actor, CancellationToken cancellationToken)
    {
        var stream = StreamOf(endpoint);
        var added = new NewEvent(TypeOf(happened), at, actor, JsonSerializer.Serialize(happened, happened.GetType(), CoreJson.Options));
        var version = 0;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var events = await store.ReadAsync(stream, version, cancellationToken).ConfigureAwait(false);
            version = events.Count > 0 ? events[^1].Version : version;
            if (await store.AppendAsync(new Append(stream, version, [added]), cancellationToken).ConfigureAwait(false) is AppendResult.Appended)
            {
                return;
            }
        }

        throw new StoreException($"Others kept changing the log of endpoint {endpoint}; try again.");
    }

    /// <summary>Ascending; events of a newer console that this one does not know are passed over.</summary>
    /// <exception cref="StoreException">It could not be read.</exception>
    public async Task<IReadOnlyList<RecordedEndpointEvent>> ReadAsync(string endpoint, CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(StreamOf(endpoint), 0, cancellationToken).ConfigureAwait(false);
        return [.. stored.Select(Read).OfType<RecordedEndpointEvent>()];
    }

    private static string TypeOf(EndpointEvent happened) => happened switch
    {
        EndpointEvent.WeightsRequested => "weightsRequested",
        EndpointEvent.WeightsRefused => "weightsRefused",
        EndpointEvent.ServingSeen => "servingSeen",
        _ => throw new UnreachableException(),
    };

    private static RecordedEndpointEvent? Read(StoredEvent stored)
    {
        try
        {
            EndpointEvent? happened = stored.Type switch
            {
                "weightsRequested" => JsonSerializer.Deserialize<EndpointEvent.WeightsRequested>(stored.Payload, CoreJson.Options),
                "weightsRefused" => JsonSerializer.Deserialize<EndpointEvent.WeightsRefused>(stored.Payload, CoreJson.Options),
                "servingSeen" => JsonSerializer.Deserialize<EndpointEvent.ServingSeen>(stored.Payload, CoreJson.Options),
                _ => null,
            };
            return happened is null ? null : new RecordedEndpointEvent(stored.Version, stored.At, stored.Actor, happened);
        }
        catch (JsonException exception)
        {
            throw new StoreException($"Event {stored.Version} of stream \"{stored.Stream}\" cannot be read as {stored.Type}.", exception);
        }
    }
}
