using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class RollingUpdatePolicy
{
    [Required]
    public CapacitySize? MaximumBatchSize { get; set; }

    [Required, Between(0, 3600)]
    public int? WaitIntervalInSeconds { get; set; }

    [Between(600, 28800)]
    public int? MaximumExecutionTimeoutInSeconds { get; set; }

    public CapacitySize? RollbackMaximumBatchSize { get; set; }
}
