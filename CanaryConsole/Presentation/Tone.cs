namespace CanaryConsole.Presentation;

/// <summary>What a colour says. Good, warn and bad speak of verdicts only, never of a variant, and never without a word or an icon.</summary>
public enum Tone
{
    Idle,
    Info,
    Good,
    Warn,
    Bad,
}

internal static class ToneCss
{
    /// <summary>The class of surfaces.css that colours a chip, a note or an icon.</summary>
    public static string CssClass(this Tone tone) => tone switch
    {
        Tone.Idle => "",
        Tone.Info => "info",
        Tone.Good => "good",
        Tone.Warn => "warn",
        Tone.Bad => "bad",
    };

    /// <summary>The class that colours the edge of a status bar.</summary>
    public static string EdgeClass(this Tone tone) => tone is Tone.Idle ? "" : "is-" + tone.CssClass();
}
