using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>How a serverless variant may be configured and changed.</summary>
internal static class ServerlessRules
{
    public static void Refuse(ProductionVariantServerlessConfig serverless, ProductionVariant variant)
    {
        if (variant.InstanceType is not null || variant.InitialInstanceCount is not null)
        {
            throw AwsErrorException.Validation($"InstanceType and InitialInstanceCount cannot be specified with ServerlessConfig for variant \"{variant.VariantName}\".");
        }

        if (serverless.MemorySizeInMB % 1024 != 0)
        {
            throw AwsErrorException.Validation($"MemorySizeInMB is {serverless.MemorySizeInMB}: it must be one of 1024, 2048, 3072, 4096, 5120 and 6144.");
        }

        RefuseConcurrency(serverless);
    }

    /// <summary>A serverless variant has concurrency where the others have instances.</summary>
    public static void Refuse(Variant variant, DesiredWeightAndCapacity wanted)
    {
        if (variant.IsServerless && wanted.DesiredInstanceCount is not null)
        {
            throw AwsErrorException.Validation($"The instance count of variant \"{variant.Name}\" cannot be set: it is serverless.");
        }

        if (wanted.ServerlessUpdateConfig is { } update)
        {
            if (variant.DesiredServerless is not { } serverless)
            {
                throw AwsErrorException.Validation($"ServerlessUpdateConfig cannot be specified for variant \"{variant.Name}\": it is not serverless.");
            }

            RefuseConcurrency(Updated(serverless, update));
        }
    }

    public static ProductionVariantServerlessConfig Updated(ProductionVariantServerlessConfig serverless, ProductionVariantServerlessUpdateConfig update) => new()
    {
        MemorySizeInMB = serverless.MemorySizeInMB,
        MaxConcurrency = update.MaxConcurrency ?? serverless.MaxConcurrency,
        ProvisionedConcurrency = update.ProvisionedConcurrency ?? serverless.ProvisionedConcurrency,
    };

    private static void RefuseConcurrency(ProductionVariantServerlessConfig serverless)
    {
        if (serverless.ProvisionedConcurrency > serverless.MaxConcurrency)
        {
            throw AwsErrorException.Validation($"ProvisionedConcurrency of {serverless.ProvisionedConcurrency} must not exceed MaxConcurrency of {serverless.MaxConcurrency}.");
        }
    }
}
