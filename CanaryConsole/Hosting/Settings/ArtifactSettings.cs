using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using CanaryConsole.Core.Artifacts;

namespace CanaryConsole.Hosting.Settings;

/// <summary>What the settings of the artifact contract may be.</summary>
internal static class ArtifactSettings
{
    private const int LongestPattern = 200;

    private static readonly string[] Fixed = [ArtifactRule.Archive, ArtifactRule.Paths];

    public static Func<string, string?> Pattern { get; } = value =>
        value.Length is >= 1 and <= LongestPattern && value.Count(letter => letter == '{') == value.Count(letter => letter == '}')
            ? null
            : $"a pattern of 1 to {LongestPattern} characters whose braces close";

    public static Func<string, string?> Rules { get; } = value =>
        value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(rule => ArtifactRule.All.Except(Fixed).Contains(rule, StringComparer.OrdinalIgnoreCase))
            ? null
            : $"rules separated by semicolons, of {string.Join(", ", ArtifactRule.All.Except(Fixed))}";

    /// <summary>Core states the bounds and the defaults on its options; they are not written down a second time.</summary>
    public static Setting Number(string name, string meaning)
    {
        var property = typeof(ArtifactOptions).GetProperty(name)!;
        var range = property.GetCustomAttribute<RangeAttribute>()!;
        var standard = ((int)property.GetValue(new ArtifactOptions())!).ToString(CultureInfo.InvariantCulture);
        return new Setting($"{ArtifactOptions.Section}:{name}", standard, meaning, standard, SettingRules.Whole((int)range.Minimum, (int)range.Maximum));
    }
}
