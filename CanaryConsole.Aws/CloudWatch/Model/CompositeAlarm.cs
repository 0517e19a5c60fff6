using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class CompositeAlarm
{
    public bool? ActionsEnabled { get; set; }

    [Items(max: 5), Length(1, 1024, Of = Part.Items)]
    public List<string>? AlarmActions { get; set; }

    [Length(1, 1600)]
    public string? AlarmArn { get; set; }

    public DateTime? AlarmConfigurationUpdatedTimestamp { get; set; }

    [Length(0, 1024)]
    public string? AlarmDescription { get; set; }

    [Length(1, 255)]
    public string? AlarmName { get; set; }

    [Length(1, 10240)]
    public string? AlarmRule { get; set; }

    [Items(max: 5), Length(1, 1024, Of = Part.Items)]
    public List<string>? InsufficientDataActions { get; set; }

    [Items(max: 5), Length(1, 1024, Of = Part.Items)]
    public List<string>? OKActions { get; set; }

    [Length(0, 1023)]
    public string? StateReason { get; set; }

    [Length(0, 4000)]
    public string? StateReasonData { get; set; }

    public DateTime? StateUpdatedTimestamp { get; set; }

    public StateValue? StateValue { get; set; }

    public DateTime? StateTransitionedTimestamp { get; set; }

    public ActionsSuppressedBy? ActionsSuppressedBy { get; set; }

    [Length(0, 1024)]
    public string? ActionsSuppressedReason { get; set; }

    [Length(1, 1600)]
    public string? ActionsSuppressor { get; set; }

    public int? ActionsSuppressorWaitPeriod { get; set; }

    public int? ActionsSuppressorExtensionPeriod { get; set; }
}
