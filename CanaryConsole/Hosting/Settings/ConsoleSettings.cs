using System.Globalization;
using CanaryConsole.Aws;
using CanaryConsole.Core.Monitoring;
using Microsoft.Extensions.Configuration.Memory;

namespace CanaryConsole.Hosting.Settings;

/// <summary>The settings the host itself goes by, checked.</summary>
/// <param name="HostNames">What browsers may call the console.</param>
/// <param name="TimeScale">1 unless in the sandbox.</param>
/// <param name="TimeOrigin">When a faster clock showed the wall's time; null for the console's start.</param>
/// <param name="HostsSandbox">False where the sandbox runs as a process of its own, or not at all.</param>
internal sealed record ConsoleSettings(
    IReadOnlyList<string> Urls, IReadOnlyList<string> HostNames, AwsOptions Aws, double TimeScale, DateTimeOffset? TimeOrigin, bool HostsSandbox)
{
    public const string DefaultUrls = "http://localhost:5080";
    public const string DefaultHostNames = "localhost;127.0.0.1;[::1]";

    public bool IsSandbox => Aws.Mode == AwsMode.Sandbox;

    /// <exception cref="StartupException">A key is unknown, or a value is not what it must be.</exception>
    public static ConsoleSettings Read(ConfigurationManager configuration)
    {
        SettingCheck.Run(configuration);
        var aws = ReadAws(configuration);
        var settings = new ConsoleSettings(
            ListenAddresses.Split(configuration["urls"] ?? DefaultUrls),
            ListenAddresses.Split(configuration["AllowedHosts"] ?? DefaultHostNames),
            aws,
            double.Parse(configuration["Sandbox:TimeScale"] ?? "1", CultureInfo.InvariantCulture),
            configuration["Sandbox:TimeOrigin"] is { Length: > 0 } origin ? DateTimeOffset.Parse(origin, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null,
            aws.Mode == AwsMode.Sandbox && bool.Parse(configuration["Sandbox:Embedded"] ?? "true"));
        if (settings.IsSandbox)
        {
            LookOften(configuration);
        }

        return settings;
    }

    /// <summary>A default below every other source: looking costs nothing in the sandbox, and someone is probably watching.</summary>
    private static void LookOften(ConfigurationManager configuration) => configuration.Sources.Insert(0, new MemoryConfigurationSource
    {
        InitialData = [new($"{MonitoringOptions.Section}:{nameof(MonitoringOptions.IdleInterval)}", "00:00:10")],
    });

    private static AwsOptions ReadAws(IConfiguration configuration)
    {
        try
        {
            return AwsOptions.Read(configuration);
        }
        catch (ArgumentException exception)
        {
            throw new StartupException(exception.Message, exception);
        }
    }
}
