using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class ScalableTarget
{
    [Required]
    public ServiceNamespace? ServiceNamespace { get; set; }

    [Required, Length(1, 1600), Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? ResourceId { get; set; }

    [Required]
    public ScalableDimension? ScalableDimension { get; set; }

    [Required]
    public int? MinCapacity { get; set; }

    [Required]
    public int? MaxCapacity { get; set; }

    public int? PredictedCapacity { get; set; }

    [Required, Length(1, 1600), Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? RoleARN { get; set; }

    [Required]
    public DateTime? CreationTime { get; set; }

    public SuspendedState? SuspendedState { get; set; }

    [Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? ScalableTargetARN { get; set; }
}
