namespace CanaryConsole.Core.Hooks;

/// <summary>How a hook was answered. Only a yes within its time lets a rollout go on.</summary>
/// <param name="Reason">The hook's own words, or what was wrong with its answer; null for a yes without words.</param>
/// <param name="StatusCode">Null when nobody answered.</param>
/// <param name="Tries">How often it was called before somebody answered.</param>
/// <param name="Took">From the first try to the answer, or to giving up.</param>
public sealed record HookAnswer(bool Proceed, string? Reason, int? StatusCode, int Tries, TimeSpan Took);
