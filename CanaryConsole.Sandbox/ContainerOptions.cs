namespace CanaryConsole.Sandbox;

/// <summary>A container image that stands for an HTTP server on this machine.</summary>
public sealed class ContainerOptions
{
    /// <summary>The image as models name it, letter for letter.</summary>
    public string Image { get; init; } = "";

    /// <summary>Where the server with SageMaker's contract (GET /ping, POST /invocations) listens: http on a loopback address.</summary>
    public string Url { get; init; } = "";
}
