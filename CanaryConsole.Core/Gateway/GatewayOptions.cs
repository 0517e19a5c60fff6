using System.ComponentModel.DataAnnotations;

namespace CanaryConsole.Core.Gateway;

/// <summary>Section "Gateway": which endpoints the invocation gateway serves, and how much of it.</summary>
public sealed class GatewayOptions
{
    public const string Section = "Gateway";

    /// <summary>What SageMaker takes, in bytes.</summary>
    public const int LargestBody = 6_291_456;

    /// <summary>The longest unit that the gateway takes from a header, in letters.</summary>
    public const int LongestUnit = 256;

    public const int DefaultRequestsInFlight = 512;
    public const int DefaultMegabytesInFlight = 256;

    /// <summary>Names of endpoints, separated by semicolons; an asterisk stands for any letters. Empty: the gateway is off.</summary>
    public string Endpoints { get; set; } = "";

    /// <summary>Whether a caller may name the variant, which goes past the weights.</summary>
    public bool AllowTargetVariant { get; init; } = true;

    /// <summary>More at the same time are answered with 429.</summary>
    [Range(1, 10_000)]
    public int RequestsInFlight { get; init; } = DefaultRequestsInFlight;

    /// <summary>More request bodies at the same time are answered with 503.</summary>
    [Range(8, 16_384)]
    public int MegabytesInFlight { get; init; } = DefaultMegabytesInFlight;

    /// <summary>How long the runtime has for its answer: a container's 60 s, and 10 s on top, as Amazon advises.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(70);

    /// <summary>Whether the counts go to CloudWatch as custom metrics, for consoles that run side by side.</summary>
    public bool PublishMetrics { get; init; }
}
