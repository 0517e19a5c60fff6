using System.Globalization;
using CanaryConsole.Sandbox.Containers;
using CanaryConsole.Sandbox.Faults;

namespace CanaryConsole.Sandbox;

/// <summary>How the local AWS behaves. All durations are time of the clock handed to the sandbox, which may run faster than the wall.</summary>
public sealed class SandboxOptions
{
    public const string SectionName = "Sandbox";
    public const int DefaultPort = 5081;

    /// <summary>The loopback port; 0 takes any free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>How much faster than the wall the clock handed to the sandbox runs. Shown, never applied here.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>When that clock showed the wall's time; null for the start. Never applied here.</summary>
    public DateTimeOffset? TimeOrigin { get; init; }

    /// <summary>Seeds every random choice, so that two runs on the same clock see the same traffic.</summary>
    public int Seed { get; init; } = 7;

    public TrafficOptions Traffic { get; init; } = new();

    /// <summary>The folder in which the state outlives the sandbox; null for a state in memory only.</summary>
    public string? Folder { get; init; }

    /// <summary>How models behave that differ from what is built in.</summary>
    public IReadOnlyList<BehaviourOptions> Behaviours { get; init; } = [];

    /// <summary>How long an endpoint waits for a container's first answer to a ping, beyond the time its instances take; a variant's ContainerStartupHealthCheckTimeoutInSeconds goes before it.</summary>
    public TimeSpan ContainerStartup { get; init; } = TimeSpan.FromMinutes(8);

    /// <summary>Images that stand for HTTP servers on this machine. An image that is itself an http address on loopback needs none of these.</summary>
    public IReadOnlyList<ContainerOptions> Containers { get; init; } = [];

    /// <summary>How long CreateEndpoint stays in Creating.</summary>
    public TimeSpan EndpointCreating { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>How long an update that starts instances (UpdateEndpoint, more instances) stays in Updating.</summary>
    public TimeSpan FleetUpdating { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>How long an update under deployment guardrails takes to end the fleet that no longer serves.</summary>
    public TimeSpan FleetTerminating { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an update of weights alone, and each step of traffic under deployment guardrails, stays in Updating.</summary>
    public TimeSpan WeightUpdating { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long DeleteEndpoint stays in Deleting.</summary>
    public TimeSpan EndpointDeleting { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a new model package takes from Pending over InProgress to Completed.</summary>
    public TimeSpan ModelPackageCreating { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>How long after a request its metrics can be read. CloudWatch may take minutes.</summary>
    public TimeSpan MetricLateness { get; init; } = TimeSpan.Zero;

    /// <summary>The share of the requests, from 0 to 1, whose metrics take longer still: the newest periods are partial at first and complete later.</summary>
    public double MetricLateShare { get; init; }

    /// <summary>How much longer those take at most.</summary>
    public TimeSpan MetricLateBy { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Faults in force from the start, each as on the command line: <c>throttle operation=DescribeEndpoint rate=0.5</c>.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Refuses what cannot be meant, in one sentence that names the setting, its value and its bounds.</summary>
    internal void Check()
    {
        if (Port is < 0 or > 65535)
        {
            throw new SandboxStartException($"Sandbox:Port is {Port}: give a port from 1 to 65535, or 0 for any free one.");
        }

        if (!(TimeScale is >= 1 and <= 100))
        {
            throw new SandboxStartException(string.Create(CultureInfo.InvariantCulture, $"Sandbox:TimeScale is {TimeScale}: give a number from 1 to 100."));
        }

        CheckDuration(nameof(EndpointCreating), EndpointCreating);
        CheckDuration(nameof(FleetUpdating), FleetUpdating);
        CheckDuration(nameof(FleetTerminating), FleetTerminating);
        CheckDuration(nameof(WeightUpdating), WeightUpdating);
        CheckDuration(nameof(EndpointDeleting), EndpointDeleting);
        CheckDuration(nameof(ModelPackageCreating), ModelPackageCreating);
        CheckDuration(nameof(MetricLateness), MetricLateness);
        CheckDuration(nameof(MetricLateBy), MetricLateBy);
        CheckDuration(nameof(ContainerStartup), ContainerStartup);
        if (!(MetricLateShare is >= 0 and <= 1))
        {
            throw new SandboxStartException(string.Create(CultureInfo.InvariantCulture, $"Sandbox:MetricLateShare is {MetricLateShare}: give a share from 0 to 1."));
        }

        CheckFaults();
        CheckBehaviours();
        foreach (var container in Containers)
        {
            CheckContainer(container);
        }
    }

    private void CheckBehaviours()
    {
        foreach (var behaviour in Behaviours)
        {
            if (string.IsNullOrWhiteSpace(behaviour.Model))
            {
                throw new SandboxStartException("Sandbox:Behaviours has one without a Model: give the model's name, or its package as in media-ranker/13.");
            }

            if (behaviour.Refusal() is { } refusal)
            {
                throw new SandboxStartException($"Sandbox:Behaviours: {refusal}");
            }
        }
    }

    private static void CheckContainer(ContainerOptions container)
    {
        if (string.IsNullOrWhiteSpace(container.Image))
        {
            throw new SandboxStartException($"Sandbox:Containers maps an image without a name to '{container.Url}': give the image as models name it.");
        }

        if (!ContainerAddress.TryParse(container.Url, out _))
        {
            throw new SandboxStartException($"Sandbox:Containers maps the image '{container.Image}' to '{container.Url}': give {ContainerAddress.Expected}.");
        }
    }

    private void CheckFaults()
    {
        foreach (var fault in Faults)
        {
            try
            {
                FaultParser.Parse(fault);
            }
            catch (FormatException exception)
            {
                throw new SandboxStartException($"Sandbox:Faults: {exception.Message}", exception);
            }
        }
    }

    private static void CheckDuration(string name, TimeSpan value)
    {
        if (value < TimeSpan.Zero || value > TimeSpan.FromDays(1))
        {
            throw new SandboxStartException($"Sandbox:{name} is {value:c}: give a duration from 00:00:00 to 1.00:00:00.");
        }
    }
}
