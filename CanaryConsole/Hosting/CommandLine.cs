using CanaryConsole.Hosting.Settings;

namespace CanaryConsole.Hosting;

/// <summary>What the command line asks for.</summary>
internal enum Verb
{
    Serve,
    Help,
    Verify,
    HealthCheck,
}

/// <summary>The command line, checked before the framework sees it: what the framework ignores in silence is a mistake here.</summary>
/// <param name="Settings">The arguments without the verb.</param>
internal sealed record CommandLine(Verb Verb, string[] Settings)
{
    /// <summary>The framework's own keys; test hosts and tools pass them.</summary>
    private static readonly HashSet<string> HostKeys = new(StringComparer.OrdinalIgnoreCase) { "environment", "contentRoot", "applicationName" };

    /// <exception cref="StartupException">An argument is neither a verb nor a known setting with a value.</exception>
    public static CommandLine Read(string[] args)
    {
        var verb = args.FirstOrDefault() switch
        {
            "verify" => Verb.Verify,
            "healthcheck" => Verb.HealthCheck,
            "help" => Verb.Help,
            _ => Verb.Serve,
        };
        var settings = verb == Verb.Serve ? args : args[1..];
        if (verb == Verb.Help || settings.Any(argument => argument is "--help" or "-h" or "-?" or "/?"))
        {
            return new CommandLine(Verb.Help, []);
        }

        for (var i = 0; i < settings.Length; i++)
        {
            i += Check(settings[i], i + 1 < settings.Length ? settings[i + 1] : null);
        }

        return new CommandLine(verb, settings);
    }

    /// <summary>Checks one argument; answers how many of those after it belong to it.</summary>
    private static int Check(string argument, string? next)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
        {
            throw new StartupException($"\"{argument}\" is neither a command (verify, healthcheck) nor a setting: settings are written --Name=value, and --help lists them all.");
        }

        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        var key = equals < 0 ? argument[2..] : argument[2..equals];
        if (!SettingCheck.IsKnown(key) && !HostKeys.Contains(key) && !key.StartsWith("Logging:", StringComparison.OrdinalIgnoreCase))
        {
            throw new StartupException(SettingCheck.Unknown(key));
        }

        if (equals >= 0)
        {
            return 0;
        }

        return next is not null && !next.StartsWith("--", StringComparison.Ordinal)
            ? 1
            : throw new StartupException($"{key} has no value: write --{key}=value, and see --help for what it may be.");
    }
}
