namespace CanaryConsole.Core.Endpoints;

/// <summary>One request to a model, pinned to a variant or left to the weights. The body is at most 6,291,456 bytes.</summary>
public sealed record InvocationRequest(string Endpoint, string? TargetVariant, string ContentType, ReadOnlyMemory<byte> Body);

/// <summary>What came back. A model's own error is an answer too, with its status; only a missing answer is an exception.</summary>
public sealed record InvocationAnswer(int StatusCode, string? Variant, string? ContentType, ReadOnlyMemory<byte> Body, TimeSpan Latency);
