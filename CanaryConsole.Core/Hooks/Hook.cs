namespace CanaryConsole.Core.Hooks;

/// <summary>An HTTPS address that must say yes before a rollout goes on.</summary>
/// <param name="Name">1 to 63 letters, digits, inner hyphens; unique among the plan's hooks of its moment.</param>
/// <param name="Url">Absolute, https, on a host that the console's settings allow.</param>
/// <param name="Timeout">1 to 300 seconds for the whole call, its retries included.</param>
public sealed record Hook(string Name, HookMoment Moment, string Url, TimeSpan Timeout);
