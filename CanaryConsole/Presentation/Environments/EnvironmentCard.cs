using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation.Fleet;

namespace CanaryConsole.Presentation.Environments;

/// <summary>One environment with what is in it.</summary>
/// <param name="Waiting">Rollouts to it that wait for approval, the oldest first.</param>
internal sealed record EnvironmentCard(DeploymentEnvironment Environment, IReadOnlyList<string> Rules, IReadOnlyList<EnvironmentEndpoint> Endpoints, IReadOnlyList<RolloutSnapshot> Waiting)
{
    public static IReadOnlyList<EnvironmentCard> All(MonitorSnapshot snapshot, IEnvironmentDirectory directory)
    {
        var names = snapshot.Endpoints.Select(endpoint => endpoint.Description.Name).ToList();
        return
        [
            .. directory.All.Select(environment => new EnvironmentCard(
                environment,
                EnvironmentSentences.Of(environment),
                [
                    .. snapshot.Endpoints
                        .Where(endpoint => directory.Of(endpoint.Description.Name) == environment)
                        .OrderBy(endpoint => endpoint.Description.Name, StringComparer.Ordinal)
                        .Take(FleetView.RowLimit)
                        .Select(endpoint => EnvironmentEndpoint.Of(FleetRow.Of(endpoint, snapshot), snapshot, directory, names)),
                ],
                [
                    .. snapshot.Rollouts
                        .Where(rollout => rollout.State.Phase is RolloutPhase.AwaitingApproval && directory.Of(rollout.State.Plan.Endpoint) == environment)
                        .OrderBy(rollout => rollout.State.PhaseSince),
                ])),
        ];
    }
}

/// <summary>An endpoint of an environment.</summary>
/// <param name="Row">As the fleet shows it.</param>
/// <param name="Since">Since when the version that a rollout brought serves everything; null where no rollout tells.</param>
/// <param name="Brought">The rollout that brought it.</param>
/// <param name="Offers">Where that version may go next.</param>
internal sealed record EnvironmentEndpoint(FleetRow Row, DateTimeOffset? Since, RolloutId? Brought, IReadOnlyList<PromotionOffer> Offers)
{
    public static EnvironmentEndpoint Of(FleetRow row, MonitorSnapshot snapshot, IEnvironmentDirectory directory, IReadOnlyList<string> names)
    {
        // The newest that completed, if what it brought still serves: weights may have been moved by hand since.
        var brought = snapshot.Rollouts
            .Select(rollout => rollout.State)
            .FirstOrDefault(state => state.Plan.Endpoint == row.Name && state.Phase is RolloutPhase.Completed);
        var serves = brought is not null
            && snapshot.Endpoint(row.Name)?.Description is { } description
            && description.Variants.Any(variant => variant.ModelName == brought.Plan.Challenger.ModelName && description.ShareOf(variant.Name) > Core.Percentage.Zero);
        return serves
            ? new EnvironmentEndpoint(row, brought!.WeightsConfirmedAt, brought.Id, PromotionOffer.Of(brought, directory, names))
            : new EnvironmentEndpoint(row, null, null, []);
    }
}
