using System.Text.RegularExpressions;

namespace CanaryConsole.Hosting.Settings;

/// <summary>Finds the first thing wrong with the settings and says it in one sentence.</summary>
internal static partial class SettingCheck
{
    private static readonly Dictionary<string, Setting> Known = SettingCatalog.All.ToDictionary(setting => setting.Key, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="StartupException">A key is unknown, or a value is not what it must be.</exception>
    public static void Run(IConfiguration configuration)
    {
        if (configuration.GetSection("Kestrel").GetChildren().Any())
        {
            throw new StartupException("Kestrel settings are not taken, because they could open the console to the network: use --urls with a loopback address.");
        }

        foreach (var (key, value) in SettingCatalog.OwnSections.SelectMany(section => configuration.GetSection(section).AsEnumerable()))
        {
            // A section's own entry has no value unless someone gave the section one, as an unrelated variable of the environment may.
            if (value is not null && key.Contains(':') && !IsKnown(key))
            {
                throw new StartupException(Unknown(key));
            }
        }

        foreach (var (key, value) in configuration.AsEnumerable())
        {
            if (value is not null && Find(key)?.Refusal(value) is { } refusal)
            {
                throw new StartupException(refusal);
            }
        }

        if (string.Equals(configuration["Aws:Mode"], "Aws", StringComparison.OrdinalIgnoreCase)
            && configuration["Sandbox:TimeScale"] is { } scale
            && double.Parse(scale, System.Globalization.CultureInfo.InvariantCulture) != 1)
        {
            throw new StartupException($"Sandbox:TimeScale is \"{scale}\" but Aws:Mode is Aws: real time cannot be sped up, so leave Sandbox:TimeScale out or use --Aws:Mode=Sandbox.");
        }
    }

    public static bool IsKnown(string key) => Find(key) is not null;

    public static string Unknown(string key)
    {
        var nearest = SettingCatalog.All.MinBy(setting => EditDistance.Between(setting.Key, key))!.Key;
        var near = EditDistance.Between(nearest, key) <= Math.Max(2, key.Length / 4);
        return $"{key} is not a setting of the console: {(near ? $"did you mean {nearest}? " : "")}--help lists them all.";
    }

    // The catalog names the first of each list; the others are like it.
    private static Setting? Find(string key) =>
        Known.GetValueOrDefault(key) ?? (Known.GetValueOrDefault(Index().Replace(key, ":0")) is { } first ? first with { Key = key } : null);

    [GeneratedRegex("(?<=:(?:Faults|Containers|Behaviours|Schedule)):[0-9]{1,2}(?=:|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Index();
}
