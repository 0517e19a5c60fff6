using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class InferenceHubAccessConfig
{
    [Required, Length(0, 255), Pattern(@".*")]
    public string? HubContentArn { get; set; }
}
