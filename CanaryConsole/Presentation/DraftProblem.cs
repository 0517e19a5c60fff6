namespace CanaryConsole.Presentation;

/// <summary>What is wrong with one field of the draft.</summary>
/// <param name="Field">In the API's spelling.</param>
public sealed record DraftProblem(string Field, string Text);
