namespace CanaryConsole.Presentation;

/// <summary>A state as a chip shows it: a word, a colour that agrees with it, and an icon for those who do not see the colour.</summary>
public sealed record Badge(string Text, Tone Tone, Glyph? Glyph = null, string? Tooltip = null);
