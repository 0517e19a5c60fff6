using System.Globalization;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Waves;

namespace CanaryConsole.Core.Notifications;

/// <summary>What people are told about a wave: that it needs them, and that it is through.</summary>
internal static class WaveNotification
{
    public static bool MayMatter(StoredEvent stored) =>
        stored.Stream.StartsWith(WaveId.StreamPrefix, StringComparison.Ordinal) && stored.Type is ("waveHalted" or "waveGateReached" or "waveCompleted");

    /// <returns>Null for an event that nobody needs to be told.</returns>
    public static Notification? For(WaveEvent.WavePlanned planned, RecordedWaveEvent recorded)
    {
        var what = recorded.Event switch
        {
            WaveEvent.WaveHalted => "wave halted, a person is needed",
            WaveEvent.GateReached => "wave waits for approval",
            WaveEvent.WaveCompleted => "wave completed",
            _ => null,
        };
        if (what is null)
        {
            return null;
        }

        var body = string.Create(
            CultureInfo.InvariantCulture,
            $"{WaveJournal.Sentence(recorded.Event, planned.Plan)}\n\nWave: {planned.Id}\nAt: {recorded.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
        return new Notification(NotificationText.Subject($"{planned.Plan.Name}: {what}"), NotificationText.Cut(body, NotificationText.MaxBody));
    }
}
