namespace CanaryConsole.Aws.SageMakerRuntime.Forwarding;

/// <summary>InvokeEndpoint as it goes on: every value within the bounds of the API, in visible ASCII; null where the caller gave none.</summary>
/// <param name="Endpoint">Only letters, digits and hyphens.</param>
/// <param name="Body">Must stay as it is until the answer is there.</param>
public sealed record InvocationToForward(string Endpoint, ReadOnlyMemory<byte> Body)
{
    public string? ContentType { get; init; }

    public string? Accept { get; init; }

    public string? CustomAttributes { get; init; }

    public string? EnableExplanations { get; init; }

    public string? InferenceComponentName { get; init; }

    public string? InferenceId { get; init; }

    public string? SessionId { get; init; }

    public string? TargetContainerHostname { get; init; }

    public string? TargetModel { get; init; }

    public string? TargetVariant { get; init; }
}
