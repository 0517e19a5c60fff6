using CanaryConsole.Sandbox.Alarms;
using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Capture;
using CanaryConsole.Sandbox.Containers;
using CanaryConsole.Sandbox.Dashboards;
using CanaryConsole.Sandbox.Endpoints;
using CanaryConsole.Sandbox.Experiments;
using CanaryConsole.Sandbox.Faults;
using CanaryConsole.Sandbox.Metrics;
using CanaryConsole.Sandbox.Models;
using CanaryConsole.Sandbox.Registry;
using CanaryConsole.Sandbox.S3;
using CanaryConsole.Sandbox.Scaling;
using CanaryConsole.Sandbox.State;
using CanaryConsole.Sandbox.Topics;
using Tag = CanaryConsole.Aws.SageMaker.Model.Tag;

namespace CanaryConsole.Sandbox;

/// <summary>Everything in the sandbox's account. Not safe for threads: it is reached through <see cref="Simulation"/> only.</summary>
internal sealed class World
{
    public World(SandboxOptions options)
        : this(options, new MetricStore(
            new MetricDelivery(options.MetricLateness, options.MetricLateShare, options.MetricLateBy), Dice.For(options.Seed, "late metrics")))
    {
    }

    /// <summary>A world that begins with metrics.</summary>
    public World(SandboxOptions options, MetricStore metrics)
    {
        Options = options;
        Behaviours = new BehaviourCatalog(options.Behaviours);
        Containers = new ContainerCatalog(options.Containers);
        Metrics = metrics;
        Recorder = new MetricRecorder(Metrics, Dice.For(options.Seed, "utilization"));
        Topics = new TopicCatalog(Dice.For(options.Seed, "subscription tokens"));
        Alarms = new AlarmCatalog(Metrics, Topics);
        Faults = new FaultCatalog(Dice.For(options.Seed, "faults"));
        Metrics.Trouble = Faults.OfMetrics;
        Recorder.Trouble = Faults.Of;
        Buckets = options.Folder is { Length: > 0 } folder ? FolderBucketIndex.Open(Path.Combine(folder, "s3")) : new BucketCatalog();
    }

    public SandboxOptions Options { get; }

    public BehaviourCatalog Behaviours { get; }

    public ContainerCatalog Containers { get; }

    public Named<Model> Models { get; } = new("model", Arn.Model);

    public Named<EndpointConfig> EndpointConfigs { get; } = new("endpoint configuration", Arn.EndpointConfig, maximum: 5000);

    public Named<Endpoint> Endpoints { get; } = new("endpoint", Arn.Endpoint, maximum: 200);

    public RegistryCatalog Registry { get; } = new();

    public Dictionary<string, List<Tag>> Tags { get; } = new(StringComparer.OrdinalIgnoreCase);

    public MetricStore Metrics { get; }

    public MetricRecorder Recorder { get; }

    public TopicCatalog Topics { get; }

    /// <summary>The e-mails the topics would have sent.</summary>
    public Outbox Outbox => Topics.Outbox;

    public DashboardCatalog Dashboards { get; } = new();

    public DataCapture Capture { get; } = new();

    public BucketCatalog Buckets { get; }

    public AlarmCatalog Alarms { get; }

    public ScalingCatalog Scaling { get; } = new();

    public Named<Experiment> Experiments { get; } = new("inference experiment", Arn.InferenceExperiment);

    public FaultCatalog Faults { get; }
}
