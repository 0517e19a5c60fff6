using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class VpcConfig
{
    [Required, Items(1, 5), Length(0, 32, Of = Part.Items), Pattern(@"[-0-9a-zA-Z]+", Of = Part.Items)]
    public List<string>? SecurityGroupIds { get; set; }

    [Required, Items(1, 16), Length(0, 32, Of = Part.Items), Pattern(@"[-0-9a-zA-Z]+", Of = Part.Items)]
    public List<string>? Subnets { get; set; }
}
