using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>Operations on wire types by their target, for the JSON protocols and for the query protocol.</summary>
internal sealed class OperationTable
{
    private readonly Dictionary<string, Func<ReadOnlyMemory<byte>, Simulation, byte[]>> _byTarget = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Type Request, Type? Response)> _types = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Targets => _byTarget.Keys;

    public void Add<TRequest, TResponse>(string target, Func<TRequest, World, DateTimeOffset, TResponse> handle)
        where TRequest : class, new()
    {
        _types.Add(target, (typeof(TRequest), typeof(TResponse)));
        _byTarget.Add(target, (body, simulation) =>
        {
            var request = Parse<TRequest>(body);
            Bounds.Check(target, request);

            // Written inside the visit, because an answer may share what the next request changes.
            return simulation.Visit((world, now) => JsonSerializer.SerializeToUtf8Bytes(handle(request, world, now), AwsJson.Options));
        });
    }

    /// <summary>An operation that answers with nothing.</summary>
    public void Add<TRequest>(string target, Action<TRequest, World, DateTimeOffset> handle)
        where TRequest : class, new()
    {
        _types.Add(target, (typeof(TRequest), null));
        _byTarget.Add(target, (body, simulation) =>
        {
            var request = Parse<TRequest>(body);
            Bounds.Check(target, request);
            return simulation.Visit<byte[]>((world, now) =>
            {
                handle(request, world, now);
                return [];
            });
        });
    }

    public bool TryFind(string target, [NotNullWhen(true)] out Func<ReadOnlyMemory<byte>, Simulation, byte[]>? operation) =>
        _byTarget.TryGetValue(target, out operation);

    /// <summary>What an operation takes and gives, for protocols that write the same messages in another form; the response is null where there is none.</summary>
    public (Type Request, Type? Response) TypesOf(string target) => _types[target];

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
