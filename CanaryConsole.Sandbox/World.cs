using CanaryConsole.Sandbox.Alarms;
using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Endpoints;
using CanaryConsole.Sandbox.Metrics;
using CanaryConsole.Sandbox.Models;
using CanaryConsole.Sandbox.Registry;
using CanaryConsole.Sandbox.S3;
using CanaryConsole.Sandbox.Topics;
using Tag = CanaryConsole.Aws.SageMaker.Model.Tag;

namespace CanaryConsole.Sandbox;

/// <summary>Everything in the sandbox's account. Not safe for threads: it is reached through <see cref="Simulation"/> only.</summary>
internal sealed class World
{
    public World(SandboxOptions options)
    {
        Options = options;
        Metrics = new MetricStore(options.MetricLateness);
        Recorder = new MetricRecorder(Metrics, Dice.For(options.Seed, "utilization"));
        Alarms = new AlarmCatalog(Metrics, Topics);
    }

    public SandboxOptions Options { get; }

    public Named<Model> Models { get; } = new("model", Arn.Model);

    public Named<EndpointConfig> EndpointConfigs { get; } = new("endpoint configuration", Arn.EndpointConfig, maximum: 5000);

    public Named<Endpoint> Endpoints { get; } = new("endpoint", Arn.Endpoint, maximum: 200);

    public List<ModelPackageGroup> ModelPackageGroups { get; } = [];

    public Dictionary<string, List<Tag>> Tags { get; } = new(StringComparer.OrdinalIgnoreCase);

    public MetricStore Metrics { get; }

    public MetricRecorder Recorder { get; }

    public TopicCatalog Topics { get; } = new();

    public BucketCatalog Buckets { get; } = new();

    public AlarmCatalog Alarms { get; }
}
