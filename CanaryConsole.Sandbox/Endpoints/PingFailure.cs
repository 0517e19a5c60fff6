namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>SageMaker's words for a container that never answers its ping.</summary>
internal static class PingFailure
{
    public static string Of(Variant variant) =>
        $"The primary container for production variant {variant.Name} did not pass the ping health check. Please check CloudWatch logs for this endpoint.";
}
