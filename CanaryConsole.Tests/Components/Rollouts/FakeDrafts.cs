using CanaryConsole.Components.Controls.Rollouts.Wizard;

namespace CanaryConsole.Tests.Components.Rollouts;

/// <summary>A browser's storage in memory.</summary>
internal sealed class FakeDrafts : IDraftStore
{
    public Dictionary<string, (string Title, string Text)> Kept { get; } = [];

    /// <summary>It takes nothing more.</summary>
    public bool IsFull { get; set; }

    public Task<OpenedDraft> OpenAsync(string? id)
    {
        id ??= $"new-{Kept.Count + 1}";
        return Task.FromResult(new OpenedDraft(
            id,
            Kept.TryGetValue(id, out var own) ? own.Text : null,
            90,
            [.. Kept.Where(other => other.Key != id).Select(other => new OtherDraft(other.Key, other.Value.Title, 300))]));
    }

    public Task<bool?> KeepAsync(string id, string title, string text)
    {
        if (!IsFull)
        {
            Kept[id] = (title, text);
        }

        return Task.FromResult<bool?>(!IsFull);
    }

    public Task ForgetAsync(string id)
    {
        Kept.Remove(id);
        return Task.CompletedTask;
    }
}
