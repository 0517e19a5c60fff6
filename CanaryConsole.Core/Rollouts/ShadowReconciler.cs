using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The next action of the shadow stage, by the difference between what is wanted and what is there. Pure.</summary>
internal static class ShadowReconciler
{
    /// <summary>Null when there is nothing to do now. Asked in every status of the endpoint, also when it could not be described.</summary>
    public static RolloutAction? Next(RolloutState state, EndpointDescription? endpoint, DateTimeOffset at) => null;
}
