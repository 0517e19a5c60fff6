using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api;

/// <summary>An environment with its rules and what is in it now.</summary>
/// <param name="Patterns">Of the names of its endpoints, * for any letters.</param>
/// <param name="Strategies">Those that may be used; absent for any.</param>
/// <param name="Endpoints">As the monitor last read them.</param>
/// <param name="Waiting">Rollouts to it that wait for approval.</param>
internal sealed record EnvironmentResource(
    string Name,
    IReadOnlyList<string> Patterns,
    int Approvals,
    bool SelfApproval,
    PredecessorResource? Predecessor,
    IReadOnlyList<Strategy>? Strategies,
    bool PendingAllowed,
    bool ArtifactOverrideAllowed,
    IReadOnlyList<string> Endpoints,
    IReadOnlyList<RolloutId> Waiting);

/// <summary>Where the same package must have served first, in one go and without a breach.</summary>
internal sealed record PredecessorResource(string Environment, double ForHours);

internal sealed record EnvironmentAnswer(IReadOnlyList<EnvironmentResource> Environments);

internal static class Environments
{
    public static void MapEnvironments(this IEndpointRouteBuilder api) => api.MapGroup("/environments").WithTags("Environments").MapGet("", List)
        .WithSummary("Lists the environments in the order that models go through them, with their rules, endpoints and the rollouts that wait for approval.")
        .Produces<EnvironmentAnswer>();

    private static IResult List(IEnvironmentDirectory directory, ISnapshotFeed<MonitorSnapshot> feed)
    {
        var snapshot = feed.Current;
        return Results.Ok(new EnvironmentAnswer([.. directory.All.Select(environment => new EnvironmentResource(
            environment.Name,
            environment.Endpoints,
            environment.Approvals,
            environment.SelfApproval,
            environment.Predecessor is { } before ? new PredecessorResource(before.Environment, before.For.TotalHours) : null,
            environment.Strategies,
            environment.PendingAllowed,
            environment.ArtifactOverrideAllowed,
            [.. snapshot.Endpoints.Select(endpoint => endpoint.Description.Name).Where(name => directory.Of(name) == environment)],
            [.. snapshot.Rollouts.Select(rollout => rollout.State).Where(state => state.Phase is RolloutPhase.AwaitingApproval && directory.Of(state.Plan.Endpoint) == environment).Select(state => state.Id)]))]));
    }
}
