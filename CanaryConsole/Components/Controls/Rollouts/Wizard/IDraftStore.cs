namespace CanaryConsole.Components.Controls.Rollouts.Wizard;

/// <summary>Where drafts are kept between two visits of one viewer.</summary>
internal interface IDraftStore
{
    /// <param name="id">Null for a new one.</param>
    Task<OpenedDraft> OpenAsync(string? id);

    /// <returns>True once it is written, false where it cannot be kept, null where a newer one went in its place.</returns>
    Task<bool?> KeepAsync(string id, string title, string text);

    Task ForgetAsync(string id);
}

/// <summary>A draft that was asked for.</summary>
/// <param name="Id">As given, or a new one.</param>
/// <param name="Text">Null where none is kept.</param>
/// <param name="Others">Other drafts of this viewer, newest first.</param>
internal sealed record OpenedDraft(string Id, string? Text, double AgeSeconds, IReadOnlyList<OtherDraft> Others);

/// <summary>A draft that could be gone on with.</summary>
public sealed record OtherDraft(string Id, string Title, double AgeSeconds);
