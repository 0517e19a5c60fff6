namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class DeploymentConfig
{
    public BlueGreenUpdatePolicy? BlueGreenUpdatePolicy { get; set; }

    public RollingUpdatePolicy? RollingUpdatePolicy { get; set; }

    public AutoRollbackConfig? AutoRollbackConfiguration { get; set; }
}
