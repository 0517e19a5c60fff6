using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Playground;

/// <summary>One request to one variant, or to whichever the weights chose, with what came of it.</summary>
/// <param name="Asked">The variant that was named; null when the weights chose.</param>
/// <param name="Answer">Null where none came.</param>
/// <param name="Problem">Why none came, as a sentence; null where one did.</param>
public sealed record PlaygroundExchange(string? Asked, InvocationAnswer? Answer, string? Problem);
