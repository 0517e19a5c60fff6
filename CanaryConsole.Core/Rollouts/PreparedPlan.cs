using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>A plan that passed every check, with what it was held against.</summary>
/// <param name="Endpoint">As it was described for the checks.</param>
internal sealed record PreparedPlan(RolloutPlan Plan, RolloutRequest Request, EndpointDescription Endpoint, Candidate Candidate);
