namespace CanaryConsole.Presentation;

/// <summary>Whether a button is there, and if it cannot be pressed yet, why.</summary>
public readonly record struct Offer(bool Shown, string? NotYet)
{
    public static Offer Hidden => new(false, null);

    public static Offer Ready => new(true, null);

    public static Offer When(bool legal) => legal ? Ready : Hidden;

    public static Offer Later(string notYet) => new(true, notYet);

    public bool Enabled => Shown && NotYet is null;
}
