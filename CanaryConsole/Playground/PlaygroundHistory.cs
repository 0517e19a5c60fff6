namespace CanaryConsole.Playground;

/// <summary>What one viewer has sent, newest first: in the memory of the viewer's circuit and nowhere else, gone with the tab.</summary>
internal sealed class PlaygroundHistory
{
    private const int MostEntries = 20;

    /// <summary>Larger payloads are forgotten once they are sent.</summary>
    private const int LargestKept = 64 * 1024;

    private readonly List<PlaygroundEntry> _entries = [];

    public IReadOnlyList<PlaygroundEntry> Entries => [.. _entries];

    public void Add(PlaygroundEntry entry)
    {
        _entries.Insert(0, entry.Text is { Length: > LargestKept } ? entry with { Text = null } : entry);
        if (_entries.Count > MostEntries)
        {
            _entries.RemoveAt(MostEntries);
        }
    }
}

/// <param name="Target">As the viewer chose it.</param>
/// <param name="Outcome">As in "200 in 23 ms".</param>
/// <param name="Text">The payload; null for a file, or one too large to keep.</param>
public sealed record PlaygroundEntry(DateTimeOffset At, string Endpoint, string Target, string Outcome, bool HasFailed, string ContentType, string Accept, string CustomAttributes, string? Text);
