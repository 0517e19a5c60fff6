namespace CanaryConsole.Core.Rollouts;

/// <summary>Carries out one family of actions in the cloud. Safe to ask for the same action again.</summary>
internal interface IActionPerformer
{
    /// <summary>Null, at once, when the action belongs to another performer.</summary>
    /// <param name="state">The rollout that wants it.</param>
    /// <exception cref="CloudException">The action failed; one that may succeed later is tried again by the next look.</exception>
    Task<Performed>? Perform(RolloutState state, RolloutAction action, CancellationToken cancellationToken);
}

/// <summary>What an action came to.</summary>
/// <param name="LookStands">The endpoint was not changed by it: the same look at it may go on.</param>
/// <param name="Reports">What came back, to be decided on in this order.</param>
internal sealed record Performed(bool LookStands, params IReadOnlyList<RolloutInput> Reports);
