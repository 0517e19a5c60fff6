namespace CanaryConsole.Core.Predictions;

/// <summary>One request that both variants answered.</summary>
/// <param name="Id">The inference id, or the capture's own event id.</param>
/// <param name="Input">The request as text; null when it was not captured or is no text.</param>
public sealed record CapturedPair(string Id, DateTimeOffset At, string? Input, CapturedAnswer Champion, CapturedAnswer Challenger);

/// <summary>What a variant answered.</summary>
/// <param name="Text">The body as text; of a body that is no text, its base64.</param>
public sealed record CapturedAnswer(string? ContentType, string Text);
