using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>SageMaker's words for a change that an endpoint does not take.</summary>
internal static class EndpointRefusal
{
    public static AwsErrorException InProgress(string arn) => AwsErrorException.Validation($"Cannot update in-progress endpoint \"{arn}\".");

    public static AwsErrorException InStatus(string arn, EndpointStatus status) => AwsErrorException.Validation($"Cannot update endpoint \"{arn}\" with status \"{status}\".");

    public static AwsErrorException InstancesUsedUp(Variant variant) => new(
        "ResourceLimitExceeded",
        $"The account-level service limit '{variant.Definition.InstanceType} for endpoint usage' is {variant.CurrentInstanceCount} Instances, with current utilization of "
        + $"{variant.CurrentInstanceCount} Instances and a request delta of 1 Instances. Please use AWS Service Quotas to request an increase for this quota. "
        + "If AWS Service Quotas is not available, contact AWS support to request an increase for this quota.");

    /// <summary>Refuses a fleet that no request could be sent to.</summary>
    public static void UnlessWeighted(Fleet fleet)
    {
        if (!(fleet.Variants.Sum(variant => (double)variant.DesiredWeight) > 0))
        {
            throw AwsErrorException.Validation("The sum of the weights of all production variants must be greater than 0.");
        }
    }
}
