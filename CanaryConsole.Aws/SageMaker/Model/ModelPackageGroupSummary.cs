using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelPackageGroupSummary
{
    [Required, Length(1, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? ModelPackageGroupName { get; set; }

    [Required, Length(1, 2048), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]{9,16}:[0-9]{12}:model-package-group/[\S]{1,2048}")]
    public string? ModelPackageGroupArn { get; set; }

    [Length(0, 1024), Pattern(@"[\p{L}\p{M}\p{Z}\p{S}\p{N}\p{P}]*")]
    public string? ModelPackageGroupDescription { get; set; }

    [Required]
    public DateTime? CreationTime { get; set; }

    [Required]
    public ModelPackageGroupStatus? ModelPackageGroupStatus { get; set; }

    public ManagedConfiguration? ManagedConfiguration { get; set; }
}
