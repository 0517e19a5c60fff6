using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using CanaryConsole.Aws;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Hosting.Settings;

/// <summary>Every setting there is: what `--help` prints, and what anything else is measured against.</summary>
internal static class SettingCatalog
{
    /// <summary>A key in one of these that is not in the catalog is a mistake wherever it comes from. Other sections belong to the framework.</summary>
    public static IReadOnlyList<string> OwnSections { get; } = ["Aws", "Sandbox", "Storage", "Monitoring", "Notifications"];

    public static IReadOnlyList<Setting> All { get; } =
    [
        new("urls", ConsoleSettings.DefaultUrls, "Where the console listens; a loopback address until sign-in exists", "http://localhost:5090", ListenAddresses.Expectation),
        new("AllowedHosts", ConsoleSettings.DefaultHostNames, "Names the console answers to; loopback names until sign-in exists", "localhost", ListenAddresses.HostNamesExpectation),
        new("Aws:Mode", "Sandbox", "Sandbox: a local AWS inside the console; Aws: the real one", "Sandbox", SettingRules.OneOf("Sandbox", "Aws")),
        new("Aws:Region", AwsOptions.DefaultRegion, "The AWS region", "eu-central-1", SettingRules.Anything),
        new("Aws:Profile", "", "A profile of the AWS configuration files; empty for Amazon's default chain", "staging", SettingRules.Anything),
        new("Sandbox:Port", "5081", "Port of the sandbox on 127.0.0.1", "5091", SettingRules.Whole(1, 65535)),
        new("Sandbox:TimeScale", "1", "How much faster than the wall the sandbox's and the console's clock run", "30", SettingRules.Number(1, 100)),
        new("Sandbox:TimeOrigin", "", "When a faster clock showed the wall's time, so that several processes or starts share it; empty for the start", "2026-11-20T08:00:00Z", SettingRules.PastMoment),
        new("Sandbox:Embedded", "true", "false: use a sandbox that runs by itself on Sandbox:Port, with the same time scale and origin", "true", SettingRules.OneOf("true", "false")),
        new("Sandbox:Seed", "7", "Seeds the sandbox's random choices", "7", SettingRules.Whole(0, int.MaxValue)),
        new("Sandbox:Traffic:Trace", "", "A recorded trace (CSV) to replay instead of the generated traffic", "trace.csv", SettingRules.ExistingFile),
        new("Sandbox:Faults:0", "", "A fault in force from the start; further ones as Sandbox:Faults:1 and so on", "throttle operation=DescribeEndpoint rate=0.5", SettingRules.Anything),
        SandboxDuration("EndpointCreating", "00:04:00", "How long the sandbox takes to create an endpoint"),
        SandboxDuration("FleetUpdating", "00:04:00", "How long the sandbox takes to start instances"),
        SandboxDuration("FleetTerminating", "00:00:30", "How long the sandbox takes to end the fleet that a guarded update replaced"),
        SandboxDuration("WeightUpdating", "00:00:08", "How long the sandbox takes to apply weights"),
        SandboxDuration("EndpointDeleting", "00:00:30", "How long the sandbox takes to delete an endpoint"),
        SandboxDuration("MetricLateness", "00:00:00", "How late the sandbox's metrics can be read"),
        new("Storage:Path", "canaryconsole.db in the user's data folder", "The SQLite file of the event log", "/var/lib/canaryconsole/console.db", SettingRules.Anything),
        Monitoring(nameof(MonitoringOptions.ActiveInterval), "Between looks at an endpoint with a rollout or a change in progress"),
        Monitoring(nameof(MonitoringOptions.IdleInterval), "Between looks at every other endpoint; 00:00:10 in the sandbox, where polling is free"),
        Monitoring(nameof(MonitoringOptions.SettleDelay), "Age at which a metric window is final and may promote"),
        Monitoring(nameof(MonitoringOptions.History), "How much history the screens get"),
        new("Notifications:TopicArn", "", "The SNS topic that rollbacks and calls for a person are published to", "arn:aws:sns:eu-central-1:000000000000:canary", SettingRules.Anything),
    ];

    private static Setting SandboxDuration(string name, string standard, string meaning) =>
        new($"Sandbox:{name}", standard, meaning, standard, SettingRules.Duration(TimeSpan.Zero, TimeSpan.FromHours(1)));

    /// <summary>Core states the bounds and the defaults on its options; they are not written down a second time.</summary>
    private static Setting Monitoring(string name, string meaning)
    {
        var property = typeof(MonitoringOptions).GetProperty(name)!;
        var range = property.GetCustomAttribute<RangeAttribute>()!;
        var standard = ((TimeSpan)property.GetValue(new MonitoringOptions())!).ToString("c", CultureInfo.InvariantCulture);
        var least = TimeSpan.Parse((string)range.Minimum, CultureInfo.InvariantCulture);
        var most = TimeSpan.Parse((string)range.Maximum, CultureInfo.InvariantCulture);
        return new Setting($"{MonitoringOptions.Section}:{name}", standard, meaning, standard, SettingRules.Duration(least, most));
    }
}
