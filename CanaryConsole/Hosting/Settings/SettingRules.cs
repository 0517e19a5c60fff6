using System.Globalization;

namespace CanaryConsole.Hosting.Settings;

/// <summary>What a setting's value may be. Each rule answers null, or says what it wanted.</summary>
internal static class SettingRules
{
    public static Func<string, string?> Anything { get; } = _ => null;

    public static Func<string, string?> ExistingFile { get; } = value =>
        value.Length == 0 || File.Exists(value) ? null : $"a file that exists (looked for {Path.GetFullPath(value)})";

    public static Func<string, string?> Whole(int least, int most) => value =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? null
            : $"a whole number from {least} to {most}";

    public static Func<string, string?> Number(double least, double most) => value =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}");

    // A bare number would be read as days, which nobody means: the colons are required.
    public static Func<string, string?> Duration(TimeSpan least, TimeSpan most) => value =>
        value.Contains(':') && TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var span) && span >= least && span <= most
            ? null
            : $"a duration hh:mm:ss from {least:c} to {most:c}";

    public static Func<string, string?> PastMoment { get; } = value =>
        value.Length == 0
            || (DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment <= TimeProvider.System.GetUtcNow())
            ? null
            : "a moment of the past in UTC, as in 2026-11-20T08:00:00Z";

    public static Func<string, string?> OneOf(params string[] choices) => value =>
        choices.Contains(value, StringComparer.OrdinalIgnoreCase) ? null : string.Join(" or ", choices);
}
