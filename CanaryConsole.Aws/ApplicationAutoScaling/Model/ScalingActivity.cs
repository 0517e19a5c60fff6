using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class ScalingActivity
{
    [Required, Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? ActivityId { get; set; }

    [Required]
    public ServiceNamespace? ServiceNamespace { get; set; }

    [Required, Length(1, 1600), Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? ResourceId { get; set; }

    [Required]
    public ScalableDimension? ScalableDimension { get; set; }

    [Required, Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? Description { get; set; }

    [Required, Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? Cause { get; set; }

    [Required]
    public DateTime? StartTime { get; set; }

    public DateTime? EndTime { get; set; }

    [Required]
    public ScalingActivityStatusCode? StatusCode { get; set; }

    [Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? StatusMessage { get; set; }

    [Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? Details { get; set; }

    public List<NotScaledReason>? NotScaledReasons { get; set; }
}
