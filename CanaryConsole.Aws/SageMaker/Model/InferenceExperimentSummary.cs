using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class InferenceExperimentSummary
{
    [Required, Length(1, 120), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}")]
    public string? Name { get; set; }

    [Required]
    public InferenceExperimentType? Type { get; set; }

    public InferenceExperimentSchedule? Schedule { get; set; }

    [Required]
    public InferenceExperimentStatus? Status { get; set; }

    [Length(0, 1024), Pattern(@".*")]
    public string? StatusReason { get; set; }

    [Length(0, 1024), Pattern(@".*")]
    public string? Description { get; set; }

    [Required]
    public DateTime? CreationTime { get; set; }

    public DateTime? CompletionTime { get; set; }

    [Required]
    public DateTime? LastModifiedTime { get; set; }

    [Length(20, 2048), Pattern(@"arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+")]
    public string? RoleArn { get; set; }
}
