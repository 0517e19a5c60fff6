using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Containers;

namespace CanaryConsole.Sandbox.Models;

/// <summary>A model as it was created, and what serves it: a behaviour, or containers on this machine.</summary>
internal sealed record Model(CreateModelRequest Definition, DateTimeOffset CreatedAt, Behaviour Behaviour)
{
    public string Name => Definition.ModelName!;

    public string Arn { get; } = Sandbox.Arn.Model(Definition.ModelName!);

    /// <summary>The containers a request passes through, in order; none where the behaviour serves.</summary>
    public IReadOnlyList<Container> Containers { get; init; } = [];

    /// <summary>How long an endpoint that starts waits for a container's first answer to a ping, unless its variant says otherwise.</summary>
    public TimeSpan StartupLimit { get; init; }

    /// <summary>The images its containers name.</summary>
    public IEnumerable<string> Images => (Definition.Containers ?? []).Concat(Definition.PrimaryContainer is { } primary ? [primary] : [])
        .Select(container => container.Image)
        .OfType<string>();

    public bool RunsInContainers => Containers.Count > 0;

    /// <summary>Whether an instance that runs this model passes its health check.</summary>
    public bool AnswersPing => RunsInContainers ? Containers.All(container => container.AnswersPing) : Behaviour.Starts;

    public static Model Of(CreateModelRequest definition, World world, DateTimeOffset createdAt) =>
        new(definition, createdAt, world.Behaviours.For(definition)) { Containers = world.Containers.For(definition), StartupLimit = world.Options.ContainerStartup };
}
