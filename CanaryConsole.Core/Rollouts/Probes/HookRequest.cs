using CanaryConsole.Core.Hooks;

namespace CanaryConsole.Core.Rollouts;

/// <summary>One hook as asked for.</summary>
public sealed record HookRequest
{
    /// <summary>Required.</summary>
    public HookMoment? Moment { get; init; }

    /// <summary>Required: https, on a host that the setting Hooks:AllowedHosts names.</summary>
    public string? Url { get; init; }

    /// <summary>1 to 63 letters, digits and inner hyphens, unique within its moment; default "hook-1" and so on.</summary>
    public string? Name { get; init; }

    /// <summary>1 to 300; default 30.</summary>
    public double? TimeoutSeconds { get; init; }
}
