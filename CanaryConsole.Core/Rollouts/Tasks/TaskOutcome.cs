using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts.Tasks;

/// <summary>What a task came to.</summary>
/// <param name="Note">In words; null when the endpoint itself must show it.</param>
/// <param name="LookStands">The endpoint was not changed by it: the same look at it may go on.</param>
internal sealed record TaskOutcome(string? Note, bool LookStands = true, EndpointPicture? Picture = null)
{
    /// <summary>Asked for; only a later description of the endpoint says whether it is done.</summary>
    public static TaskOutcome Asked { get; } = new(Note: null, LookStands: false);
}
