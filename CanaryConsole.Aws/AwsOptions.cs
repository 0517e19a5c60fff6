using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace CanaryConsole.Aws;

/// <summary>Where the clients call and as whom. Section <c>Aws</c> of the configuration, and <c>Sandbox:Port</c>.</summary>
public sealed partial class AwsOptions
{
    public const string DefaultRegion = "eu-central-1";
    public const int DefaultSandboxPort = 5081;

    public AwsMode Mode { get; init; } = AwsMode.Sandbox;

    public string Region { get; init; } = DefaultRegion;

    /// <summary>A profile of the AWS configuration files; null takes the default chain. Only in <see cref="AwsMode.Aws"/>.</summary>
    public string? Profile { get; init; }

    /// <summary>The SNS topic that people read. Without one the sandbox's own topic is used, and on AWS notifications only reach the log.</summary>
    public string? NotificationTopicArn { get; init; }

    /// <summary>The sandbox listens on this port of 127.0.0.1. Only in <see cref="AwsMode.Sandbox"/>.</summary>
    public int SandboxPort { get; init; } = DefaultSandboxPort;

    /// <summary>How long a call to SageMaker, CloudWatch or SNS may take, its retries included.</summary>
    public TimeSpan ControlTimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an invocation may take. A container has 60 s to answer, and Amazon advises 10 s on top.</summary>
    public TimeSpan InvocationTimeLimit { get; init; } = TimeSpan.FromSeconds(70);

    /// <param name="sandboxPort">The port the sandbox was found to listen on, where it was free to choose; null takes <c>Sandbox:Port</c>.</param>
    /// <exception cref="ArgumentException">A value is not usable; the message names the setting, the value and what it may be.</exception>
    public static AwsOptions Read(IConfiguration configuration, int? sandboxPort = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        var mode = configuration["Aws:Mode"];
        if (!Enum.TryParse<AwsMode>(mode ?? nameof(AwsMode.Sandbox), ignoreCase: true, out var parsedMode) || !Enum.IsDefined(parsedMode))
        {
            throw new ArgumentException($"Aws:Mode is \"{mode}\": it must be Sandbox or Aws.");
        }

        var port = configuration["Sandbox:Port"];
        var parsedPort = sandboxPort ?? DefaultSandboxPort;
        if (sandboxPort is null && port is not null && !int.TryParse(port, out parsedPort))
        {
            throw new ArgumentException($"Sandbox:Port is \"{port}\": it must be a port number from 1 to 65535.");
        }

        var options = new AwsOptions
        {
            Mode = parsedMode,
            Region = configuration["Aws:Region"] is { Length: > 0 } region ? region : DefaultRegion,
            Profile = configuration["Aws:Profile"] is { Length: > 0 } profile ? profile : null,
            NotificationTopicArn = configuration["Notifications:TopicArn"] is { Length: > 0 } topic ? topic : null,
            SandboxPort = parsedPort,
        };
        options.Validate();
        return options;
    }

    internal void Validate()
    {
        if (!RegionPattern().IsMatch(Region))
        {
            throw new ArgumentException($"Aws:Region is \"{Region}\": it must be the name of an AWS region, such as {DefaultRegion}.");
        }

        if (NotificationTopicArn is not null && !TopicPattern().IsMatch(NotificationTopicArn))
        {
            throw new ArgumentException(
                $"Notifications:TopicArn is \"{NotificationTopicArn}\": it must be the ARN of an SNS topic, such as arn:aws:sns:{Region}:123456789012:canaryconsole.");
        }

        if (SandboxPort is < 1 or > 65535)
        {
            throw new ArgumentException($"Sandbox:Port is {SandboxPort}: it must be a port number from 1 to 65535.");
        }
    }

    [GeneratedRegex(@"^[a-z]{2,8}(-[a-z]{2,12}){1,3}-\d{1,2}\z")]
    private static partial Regex RegionPattern();

    [GeneratedRegex(@"^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,256}(\.fifo)?\z")]
    private static partial Regex TopicPattern();
}
