namespace CanaryConsole.Core.Hooks;

/// <summary>When a hook is asked.</summary>
public enum HookMoment
{
    /// <summary>After the smoke test and before the first share.</summary>
    BeforeTraffic,

    /// <summary>Once 100 % has been read back, at the beginning of the soak.</summary>
    AfterTraffic,
}
