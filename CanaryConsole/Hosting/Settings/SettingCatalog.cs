using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using CanaryConsole.Aws;
using CanaryConsole.Core.Artifacts;
using CanaryConsole.Core.Gateway;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Hosting.Settings;

/// <summary>Every setting there is: what `--help` prints, and what anything else is measured against.</summary>
internal static class SettingCatalog
{
    /// <summary>A key in one of these that is not in the catalog is a mistake wherever it comes from. Other sections belong to the framework.</summary>
    public static IReadOnlyList<string> OwnSections { get; } = ["Aws", "Sandbox", "Storage", "Monitoring", "Notifications", "Hooks", "Gateway", "Environments", "Costs", "Artifacts", "Registry"];

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
        new("Sandbox:Folder", "", "The folder in which the sandbox's state outlives it; without one it is in memory", "sandbox", SettingRules.Anything),
        new("Sandbox:MetricLateShare", "0", "The share of the requests whose metrics come later still", "0.3", SettingRules.Number(0, 1)),
        new("Sandbox:Faults:0", "", "A fault in force from the start; further ones as Sandbox:Faults:1 and so on", "throttle operation=DescribeEndpoint rate=0.5", SettingRules.Anything),
        new("Sandbox:Containers:0:Image", "", "An image whose models run in an HTTP server on this machine; further ones as Sandbox:Containers:1 and so on", "my-image:1", SettingRules.Anything),
        new("Sandbox:Containers:0:Url", "", "Where that server listens, with SageMaker's GET /ping and POST /invocations", "http://127.0.0.1:9001", SettingRules.Anything),
        new("Sandbox:Behaviours:0:Model", "", "A model, or a package as group/version, that behaves as the following say; further ones as Sandbox:Behaviours:1 and so on", "media-ranker/13", SettingRules.Anything),
        new("Sandbox:Behaviours:0:P50", "00:00:00.025", "Its median latency", "00:00:00.020", SettingRules.Duration(TimeSpan.Zero, TimeSpan.FromMinutes(1))),
        new("Sandbox:Behaviours:0:P99", "00:00:00.080", "Its 99th percentile of latency", "00:00:00.060", SettingRules.Duration(TimeSpan.Zero, TimeSpan.FromMinutes(1))),
        new("Sandbox:Behaviours:0:ErrorRate", "0.001", "The share of its requests that fail", "0.01", SettingRules.Number(0, 1)),
        new("Sandbox:Behaviours:0:Starts", "true", "false: it never answers a ping", "true", SettingRules.OneOf("true", "false")),
        new("Sandbox:Behaviours:0:Concurrency", "32", "How many requests one instance works on at a time", "4", SettingRules.Whole(1, 10_000)),
        new("Sandbox:Behaviours:0:Schedule:0:After", "00:00:00", "When a change begins, from the first request on; further ones as Schedule:1 and so on", "00:10:00", SettingRules.Duration(TimeSpan.Zero, TimeSpan.FromDays(30))),
        new("Sandbox:Behaviours:0:Schedule:0:Over", "00:00:00", "How long the change takes", "00:05:00", SettingRules.Duration(TimeSpan.Zero, TimeSpan.FromDays(30))),
        new("Sandbox:Behaviours:0:Schedule:0:LatencyFactor", "", "Where the latency goes, as a multiple of its own", "3", SettingRules.Number(0.01, 1000)),
        new("Sandbox:Behaviours:0:Schedule:0:ErrorRate", "", "Where the error rate goes", "0.05", SettingRules.Number(0, 1)),
        SandboxDuration("ContainerStartup", "00:08:00", "How long an endpoint waits for the first answer of a container"),
        SandboxDuration("EndpointCreating", "00:04:00", "How long the sandbox takes to create an endpoint"),
        SandboxDuration("FleetUpdating", "00:04:00", "How long the sandbox takes to start instances"),
        SandboxDuration("FleetTerminating", "00:00:30", "How long the sandbox takes to end the fleet that a guarded update replaced"),
        SandboxDuration("WeightUpdating", "00:00:08", "How long the sandbox takes to apply weights"),
        SandboxDuration("EndpointDeleting", "00:00:30", "How long the sandbox takes to delete an endpoint"),
        SandboxDuration("ModelPackageCreating", "00:00:06", "How long the sandbox takes to complete a model package"),
        SandboxDuration("MetricLateness", "00:00:00", "How late the sandbox's metrics can be read"),
        SandboxDuration("MetricLateBy", "00:02:00", "How much later the late share of the metrics comes at most"),
        new("Storage:Path", "canaryconsole.db in the user's data folder", "The SQLite file of the event log", "/var/lib/canaryconsole/console.db", SettingRules.Anything),
        Monitoring(nameof(MonitoringOptions.ActiveInterval), "Between looks at an endpoint with a rollout or a change in progress"),
        Monitoring(nameof(MonitoringOptions.IdleInterval), "Between looks at every other endpoint; 00:00:10 in the sandbox, where polling is free"),
        Monitoring(nameof(MonitoringOptions.SettleDelay), "Age at which a metric window is final and may promote"),
        Monitoring(nameof(MonitoringOptions.History), "How much history the screens get"),
        new("Notifications:TopicArn", "", "The SNS topic that rollbacks and calls for a person are published to", "arn:aws:sns:eu-central-1:000000000000:canary", SettingRules.Anything),
        new("Gateway:Endpoints", "every endpoint in the sandbox, none on AWS", "Endpoints that the invocation gateway serves, separated by semicolons, * for any letters; without one it is off", "media-*;search-embeddings", SettingRules.Anything),
        new("Gateway:AllowTargetVariant", "true", "false: the gateway refuses requests that name the variant, and so go past the weights", "true", SettingRules.OneOf("true", "false")),
        new("Gateway:RequestsInFlight", Text(GatewayOptions.DefaultRequestsInFlight), "How many requests the gateway holds at a time; more get 429", "512", SettingRules.Whole(1, 10_000)),
        new("Gateway:MegabytesInFlight", Text(GatewayOptions.DefaultMegabytesInFlight), "How many MiB of request bodies the gateway holds at a time; more get 503", "256", SettingRules.Whole(8, 16_384)),
        new("Gateway:TimeLimit", "00:01:10", "How long SageMaker Runtime has for its answer", "00:01:10", SettingRules.Duration(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5))),
        new("Gateway:PublishMetrics", "false", "true: the gateway's counts go to CloudWatch as custom metrics of one second, which AWS bills", "false", SettingRules.OneOf("true", "false")),
        new("Artifacts:Enforced", "true", "false: artifacts can be checked, but no rollout is refused for what is found", "true", SettingRules.OneOf("true", "false")),
        new("Artifacts:CodeFolder", "the root", "The folder of inference.py and requirements.txt in model.tar.gz", "code", SettingRules.Anything),
        new("Artifacts:ModelPattern", ArtifactOptions.DefaultModelPattern, "What exactly one file must match: * for any letters but a slash, {a,b} for either", "model/*.{onnx,pt}", ArtifactSettings.Pattern),
        new("Artifacts:Without", "", "Rules of the contract that are not asked, separated by semicolons", "splits;metrics", ArtifactSettings.Rules),
        ArtifactSettings.Number(nameof(ArtifactOptions.MaximumMegabytes), "The largest model.tar.gz that is looked at, in MiB"),
        ArtifactSettings.Number(nameof(ArtifactOptions.MaximumUnpackedMegabytes), "The most it may unpack to, in MiB"),
        ArtifactSettings.Number(nameof(ArtifactOptions.MaximumRatio), "How many bytes one byte of it may unpack to, after the first 16 MiB"),
        ArtifactSettings.Number(nameof(ArtifactOptions.MaximumEntries), "How many entries it may have"),
        new("Artifacts:TimeLimit", "00:10:00", "How long reading an artifact may take", "00:10:00", SettingRules.Duration(TimeSpan.FromSeconds(10), TimeSpan.FromHours(1))),
        new("Artifacts:StartTimeLimit", "00:02:00", "How long the start of a rollout waits for an artifact that nobody has checked before", "00:02:00", SettingRules.Duration(TimeSpan.FromSeconds(5), TimeSpan.FromHours(1))),
        new("Artifacts:Groups:0:Group", "", "A package group, * for any letters, for which the following hold; further ones as Artifacts:Groups:1 and so on", "media-*", SettingRules.Anything),
        new("Artifacts:Groups:0:Enforced", "as everywhere", "As Artifacts:Enforced, for this group", "false", SettingRules.OneOf("true", "false")),
        new("Artifacts:Groups:0:CodeFolder", "as everywhere", "As Artifacts:CodeFolder, for this group", "code", SettingRules.Anything),
        new("Artifacts:Groups:0:ModelPattern", "as everywhere", "As Artifacts:ModelPattern, for this group", "*.pth", ArtifactSettings.Pattern),
        new("Artifacts:Groups:0:Without", "as everywhere", "As Artifacts:Without, for this group", "splits;metrics", ArtifactSettings.Rules),
        new("Environments:File", "", "A YAML file of environments and what each asks of a rollout; without one no endpoint has any", "environments.yaml", SettingRules.ExistingFile),
        new("Costs:PriceFile", "", "A CSV file of prices (item, usd, unit, region, date, source) that go before the console's own list", "prices.csv", SettingRules.ExistingFile),
        new("Registry:RunIdKey", RegistryOptions.DefaultRunIdKey, "The metadata property or tag of a version that holds the id of its training run", "candidate_run_id", SettingRules.Anything),
        new("Hooks:AllowedHosts", "", "Hosts that a rollout's hooks may be on, separated by semicolons, each with a port where it is not 443; without one hooks are off", "hooks.example.com;deploy.example.com:8443", SettingRules.Anything),
        // Any text will do here: a sentence that refuses a value would show it.
        new("Hooks:SigningKey", "", "The secret that signs every call of a hook, at least 32 characters; keep it in the environment", "(a secret)", SettingRules.Anything),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

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
