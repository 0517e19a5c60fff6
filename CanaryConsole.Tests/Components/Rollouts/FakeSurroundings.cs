using System.Text;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Tests.Components.Rollouts;

/// <summary>An endpoint that answers every request alike and can do nothing else.</summary>
internal sealed class AnsweringEndpoint : IEndpointControl
{
    public List<InvocationRequest> Asked { get; } = [];

    public InvocationAnswer Answer { get; set; } = new(200, "champion", "application/json", Encoding.UTF8.GetBytes("{\"score\":0.4}"), TimeSpan.FromMilliseconds(12));

    public Task<InvocationAnswer> InvokeAsync(InvocationRequest request, CancellationToken cancellationToken)
    {
        Asked.Add(request);
        return Task.FromResult(Answer);
    }

    public Task<EndpointDescription> DescribeAsync(string endpoint, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<EndpointListing>> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetWeightsAsync(string endpoint, IReadOnlyList<VariantWeight> weights, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task AddVariantAsync(VariantAddition addition, CancellationToken cancellationToken) => throw new NotSupportedException();
}

/// <summary>The environments that a test puts there.</summary>
internal sealed class GivenEnvironments : IEnvironmentDirectory
{
    public IReadOnlyList<DeploymentEnvironment> All { get; set; } = [];

    public DeploymentEnvironment? Of(string endpoint) => All.FirstOrDefault(environment => environment.Endpoints.Contains(endpoint));
}

/// <summary>Finds what a test says.</summary>
internal sealed class GivenFinding : ICandidateDiscovery
{
    public CandidateFinding Finding { get; set; } = new CandidateFinding.None([], "no version carries that run");

    public Task<CandidateFinding> FindAsync(string group, string runId, string? endpoint, CancellationToken cancellationToken) => Task.FromResult(Finding);
}
