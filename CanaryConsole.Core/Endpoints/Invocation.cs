namespace CanaryConsole.Core.Endpoints;

/// <summary>One request to a model, pinned to a variant or left to the weights. The body is at most 6,291,456 bytes.</summary>
public sealed record InvocationRequest(string Endpoint, string? TargetVariant, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>The content type wanted of the answer, at most 1,024 ASCII characters; null leaves it to the model.</summary>
    public string? Accept { get; init; }

    /// <summary>Handed to the model as it is, at most 1,024 visible ASCII characters; null for none.</summary>
    public string? CustomAttributes { get; init; }
}

/// <summary>What came back. A model's own error is an answer too, with its status; only a missing answer is an exception.</summary>
public sealed record InvocationAnswer(int StatusCode, string? Variant, string? ContentType, ReadOnlyMemory<byte> Body, TimeSpan Latency)
{
    /// <summary>What the model gave back beside the body; null where it gave nothing.</summary>
    public string? CustomAttributes { get; init; }
}
