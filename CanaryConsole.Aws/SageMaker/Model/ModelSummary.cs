using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelSummary
{
    [Required, Length(0, 63), Pattern(@"[a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?")]
    public string? ModelName { get; set; }

    [Required, Length(20, 2048), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:model/.*")]
    public string? ModelArn { get; set; }

    [Required]
    public DateTime? CreationTime { get; set; }
}
