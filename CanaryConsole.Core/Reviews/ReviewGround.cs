using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Reviews;

/// <summary>All that a review is made from: nothing is looked up after it.</summary>
/// <param name="State">The plan as it would stand right after its start, with the picture of the endpoint.</param>
/// <param name="Traffic">Null where the endpoint has none to build on.</param>
/// <param name="Environment">Null for an endpoint of none.</param>
internal sealed record ReviewGround(
    RolloutState State,
    EndpointDescription Endpoint,
    EndpointPicture Before,
    TrafficPicture? Traffic,
    MeasuredTimes Times,
    DeploymentEnvironment? Environment)
{
    public RolloutPlan Plan => State.Plan;

    public DateTimeOffset From => State.PlannedAt;
}
