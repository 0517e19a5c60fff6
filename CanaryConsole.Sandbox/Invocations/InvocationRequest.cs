namespace CanaryConsole.Sandbox.Invocations;

/// <summary>InvokeEndpoint as it was asked, every header within its bounds.</summary>
internal sealed record InvocationRequest(string EndpointName, ReadOnlyMemory<byte> Body)
{
    public string ContentType { get; init; } = "application/octet-stream";

    public string? Accept { get; init; }

    public string? CustomAttributes { get; init; }

    public string? TargetModel { get; init; }

    public string? TargetVariant { get; init; }

    public string? TargetContainerHostname { get; init; }

    public string? InferenceId { get; init; }

    public string? InferenceComponentName { get; init; }

    public string? SessionId { get; init; }
}
