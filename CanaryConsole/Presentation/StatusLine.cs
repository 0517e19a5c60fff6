namespace CanaryConsole.Presentation;

/// <summary>The status bar: where the rollout stands, and why, in one plain sentence or two.</summary>
public sealed record StatusLine(Tone Tone, Glyph Glyph, string Label, string Sentence);
