namespace CanaryConsole.Core.Shapes;

/// <summary>The one member that keeps a document from being what it should be.</summary>
/// <param name="Field">As in "steps[1].share".</param>
/// <param name="Value">As it was written, a text without its quotes; null when it is missing.</param>
/// <param name="Expected">What it must be, in words; null when it should not be there at all.</param>
/// <param name="Reason">One sentence naming the field, its value and what it must be.</param>
public sealed record Misfit(string Field, string? Value, string? Expected, string Reason);
