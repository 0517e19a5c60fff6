using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.ApplicationAutoScaling.Model;

public sealed class NotScaledReason
{
    [Required, Pattern(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*")]
    public string? Code { get; set; }

    public int? MaxCapacity { get; set; }

    public int? MinCapacity { get; set; }

    public int? CurrentCapacity { get; set; }
}
