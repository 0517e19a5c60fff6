namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class VpcConfig
{
    public List<string>? SecurityGroupIds { get; set; }

    public List<string>? Subnets { get; set; }
}
