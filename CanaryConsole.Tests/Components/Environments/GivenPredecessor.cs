using CanaryConsole.Core.Environments;

namespace CanaryConsole.Tests.Components.Environments;

/// <summary>Finds of the environment before what a test says.</summary>
internal sealed class GivenPredecessor : IPredecessorDesk
{
    public PredecessorFinding? Finding { get; set; }

    public Task<PredecessorFinding?> LookAsync(DeploymentEnvironment environment, string? group, int? version, CancellationToken cancellationToken) => Task.FromResult(Finding);
}
