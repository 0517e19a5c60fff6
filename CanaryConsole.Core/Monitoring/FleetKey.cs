namespace CanaryConsole.Core.Monitoring;

/// <summary>Names the windows of one fleet of a variant; no variant's own name looks like one.</summary>
public static class FleetKey
{
    public static string Of(string variant, string? configName) => configName is null ? variant : $"{variant}@{configName}";

    public static bool Is(string key) => key.Contains('@', StringComparison.Ordinal);
}
