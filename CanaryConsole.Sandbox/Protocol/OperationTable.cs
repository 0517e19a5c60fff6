using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>The operations of the JSON protocols by their target.</summary>
internal sealed class OperationTable
{
    private readonly Dictionary<string, Func<ReadOnlyMemory<byte>, Simulation, byte[]>> _byTarget = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Targets => _byTarget.Keys;

    public void Add<TRequest, TResponse>(string target, Func<TRequest, World, DateTimeOffset, TResponse> handle)
        where TRequest : class, new() =>
        _byTarget.Add(target, (body, simulation) =>
        {
            var request = Parse<TRequest>(body);

            // Written inside the visit, because an answer may share what the next request changes.
            return simulation.Visit((world, now) => JsonSerializer.SerializeToUtf8Bytes(handle(request, world, now), AwsJson.Options));
        });

    /// <summary>An operation that answers with nothing.</summary>
    public void Add<TRequest>(string target, Action<TRequest, World, DateTimeOffset> handle)
        where TRequest : class, new() =>
        _byTarget.Add(target, (body, simulation) =>
        {
            var request = Parse<TRequest>(body);
            return simulation.Visit<byte[]>((world, now) =>
            {
                handle(request, world, now);
                return [];
            });
        });

    public bool TryFind(string target, [NotNullWhen(true)] out Func<ReadOnlyMemory<byte>, Simulation, byte[]>? operation) =>
        _byTarget.TryGetValue(target, out operation);

    private static TRequest Parse<TRequest>(ReadOnlyMemory<byte> body)
        where TRequest : class, new()
    {
        try
        {
            return body.IsEmpty ? new TRequest() : JsonSerializer.Deserialize<TRequest>(body.Span, AwsJson.Options) ?? new TRequest();
        }
        catch (JsonException exception)
        {
            throw new AwsErrorException("SerializationException", $"The request body is not valid at {exception.Path ?? "$"}.");
        }
    }
}
