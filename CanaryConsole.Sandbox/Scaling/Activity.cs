using CanaryConsole.Aws.ApplicationAutoScaling;

namespace CanaryConsole.Sandbox.Scaling;

/// <summary>One attempt to change the instance count of a variant.</summary>
internal sealed record Activity(string Id, ScalableVariant Variant, int From, int To, string Cause, DateTimeOffset StartedAt)
{
    public ScalingActivityStatusCode Status { get; init; } = ScalingActivityStatusCode.InProgress;

    public string StatusMessage { get; init; } = $"Successfully set desired instance count to {To}. Waiting for change to be fulfilled by sagemaker.";

    public DateTimeOffset? EndedAt { get; init; }

    public bool IsOut => To > From;

    public bool IsInProgress => Status == ScalingActivityStatusCode.InProgress;
}
