using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Behaviours;

namespace CanaryConsole.Sandbox.Models;

/// <summary>A model as it was created, and how a variant that serves it behaves.</summary>
internal sealed record Model(CreateModelRequest Definition, DateTimeOffset CreatedAt, Behaviour Behaviour)
{
    public string Name => Definition.ModelName!;

    public string Arn { get; } = Sandbox.Arn.Model(Definition.ModelName!);
}
