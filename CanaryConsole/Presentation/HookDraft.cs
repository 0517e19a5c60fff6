using CanaryConsole.Core.Hooks;

namespace CanaryConsole.Presentation;

/// <summary>One hook of the form.</summary>
internal sealed class HookDraft
{
    public HookMoment Moment { get; set; }

    public string Url { get; set; } = "";

    public string Name { get; set; } = "";

    public string TimeoutSeconds { get; set; } = "";
}
