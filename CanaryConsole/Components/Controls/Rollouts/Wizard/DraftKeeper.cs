using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Wizard;
using Microsoft.JSInterop;

namespace CanaryConsole.Components.Controls.Rollouts.Wizard;

/// <summary>Keeps one page's draft, and brings it back when the page is opened again.</summary>
internal sealed class DraftKeeper(IDraftStore store, TimeProvider time, DraftSession session)
{
    /// <summary>Null until the store has been asked, and once the draft was taken away.</summary>
    public string? Id { get; private set; }

    /// <summary>The furthest step that was on show.</summary>
    public WizardStep Furthest { get; private set; }

    /// <summary>When the draft was last written; null while nothing was.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>The last change could not be written.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Drafts of earlier; none once this one has been typed into.</summary>
    public IReadOnlyList<OtherDraft> Others { get; private set; } = [];

    /// <summary>The draft came back, and what the address would fill in no longer matters.</summary>
    public bool IsRestored { get; private set; }

    public void Visit(WizardStep step) => Furthest = step > Furthest ? step : Furthest;

    /// <summary>Asks for the draft of that id.</summary>
    /// <param name="pace">How much faster than the viewer's the console's clock runs.</param>
    public async Task OpenAsync(string? id, double pace)
    {
        try
        {
            var opened = await store.OpenAsync(id);
            Id = opened.Id;
            if (KeptDraft.Read(opened.Text) is not { } kept)
            {
                Others = opened.Others;
                return;
            }

            session.Restore(kept.Draft, kept.Touched);
            Visit(kept.Furthest);
            (IsRestored, SavedAt) = (true, time.GetUtcNow() - (TimeSpan.FromSeconds(Math.Clamp(opened.AgeSeconds, 0, TimeSpan.FromDays(60).TotalSeconds)) * pace));
        }
        catch (JSException)
        {
            // A browser that keeps nothing: the page works all the same, and says so at the first change.
            IsLost = true;
        }
        catch (JSDisconnectedException)
        {
            // The viewer has left.
        }
    }

    public async Task KeepAsync()
    {
        if (Id is null)
        {
            return;
        }

        Others = [];
        try
        {
            if (await store.KeepAsync(Id, DraftWords.Title(session.Draft), KeptDraft.Write(session, Furthest)) is { } written)
            {
                (IsLost, SavedAt) = written ? (false, time.GetUtcNow()) : (true, SavedAt);
            }
        }
        catch (JSException)
        {
            IsLost = true;
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone or does not answer; what it has written is what counts when it comes back.
        }
    }

    /// <summary>Takes a draft away: this one was started or thrown away, or another is not wanted.</summary>
    public async Task ForgetAsync(string? id)
    {
        Others = [.. Others.Where(other => other.Id != id)];
        if (id == Id)
        {
            // What was thrown away is not written again by a change that was on its way.
            Id = null;
        }

        try
        {
            if (id is not null)
            {
                await store.ForgetAsync(id);
            }
        }
        catch (Exception gone) when (gone is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // It stays in a browser that does not answer, and goes with its age.
        }
    }
}
