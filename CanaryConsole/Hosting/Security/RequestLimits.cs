namespace CanaryConsole.Hosting.Security;

internal static class RequestLimits
{
    /// <summary>Any body but an inference payload, in bytes.</summary>
    public const int Body = 64 * 1024;

    /// <summary>What a SageMaker endpoint takes, in bytes.</summary>
    public const int InferenceBody = 6_291_456;

    public const int LargestBody = InferenceBody;
}
