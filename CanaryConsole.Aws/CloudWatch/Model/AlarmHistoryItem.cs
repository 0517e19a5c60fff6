using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class AlarmHistoryItem
{
    [Length(1, 255)]
    public string? AlarmName { get; set; }

    [Length(1, 16)]
    public string? AlarmContributorId { get; set; }

    public AlarmType? AlarmType { get; set; }

    public DateTime? Timestamp { get; set; }

    public HistoryItemType? HistoryItemType { get; set; }

    [Length(1, 255)]
    public string? HistorySummary { get; set; }

    [Length(1, 4095)]
    public string? HistoryData { get; set; }

    [Items(0, 150), Length(1, 255, Of = Part.Keys), Length(1, 1024, Of = Part.Values)]
    public Dictionary<string, string>? AlarmContributorAttributes { get; set; }
}
