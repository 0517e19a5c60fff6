using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation.Story;

/// <summary>Events of a story in words, colours and short forms.</summary>
internal static class StoryWords
{
    private const int ShortHash = 8;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>"stepStarted" as "step started".</summary>
    public static string Kind(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter))
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }

    public static Badge Badge(StoryEntry entry) => new(Kind(entry.Kind), ToneOf(entry.Recorded.Event));

    /// <summary>The first characters, enough to tell hashes apart by eye.</summary>
    public static string Short(string hash) => hash.Length <= ShortHash ? hash : hash[..ShortHash];

    /// <summary>JSON with line breaks; text that is none stays as it is.</summary>
    public static string Pretty(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return JsonSerializer.Serialize(document.RootElement, Indented);
        }
        catch (JsonException)
        {
            return json;
        }
    }

    private static Tone ToneOf(RolloutEvent happened) => happened switch
    {
        RolloutEvent.RollbackStarted or RolloutEvent.RolledBack or RolloutEvent.RolloutBlocked => Tone.Bad,
        RolloutEvent.StepHeld or RolloutEvent.EvidenceLost or RolloutEvent.AttentionRequested or RolloutEvent.RolloutPaused
            or RolloutEvent.GateReached or RolloutEvent.ApprovalRequested or RolloutEvent.RollbackDelayed => Tone.Warn,
        RolloutEvent.RolloutCompleted or RolloutEvent.SmokeTestPassed => Tone.Good,
        RolloutEvent.StepStarted or RolloutEvent.ShareMoved or RolloutEvent.PromotionStarted => Tone.Info,
        _ => Tone.Idle,
    };
}
