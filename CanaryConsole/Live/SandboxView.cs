using CanaryConsole.Sandbox.Control;

namespace CanaryConsole.Live;

/// <summary>The sandbox as it last answered. What it told before stays while it does not answer, with the reason and since when.</summary>
public sealed record SandboxView(SandboxStatus? Status, FaultList? Faults, EmailList? Emails, string? Problem, DateTimeOffset? FailingSince)
{
    public static SandboxView Unread { get; } = new(null, null, null, null, null);

    public int ActiveFaults => Problem is null ? Faults?.Active.Count ?? 0 : 0;
}
