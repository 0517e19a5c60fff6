namespace CanaryConsole.Presentation;

/// <summary>The few colours and what they mean; always beside an icon or a word.</summary>
public enum Tone
{
    Idle,
    Info,
    Good,
    Warn,
    Bad,
}
