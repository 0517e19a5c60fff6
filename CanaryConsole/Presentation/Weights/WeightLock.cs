using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation.Weights;

/// <summary>Why the weights of an endpoint cannot be moved by hand just now.</summary>
/// <param name="Rollout">The rollout that holds the endpoint, to link to; null for another reason.</param>
public sealed record WeightLock(string Reason, RolloutId? Rollout)
{
    public static WeightLock? Of(EndpointDescription endpoint, RolloutState? activeRollout)
    {
        if (activeRollout is not null)
        {
            return new WeightLock($"A rollout moves the traffic of {endpoint.Name}; change its share there, or end it first.", activeRollout.Id);
        }

        if (endpoint.Status is not EndpointStatus.InService)
        {
            return new WeightLock($"{endpoint.Name} is {endpoint.Status}; weights can be changed once it is InService.", null);
        }

        return endpoint.Variants.Count < 2 ? new WeightLock("The only variant gets everything; a rollout brings in another.", null) : null;
    }
}
