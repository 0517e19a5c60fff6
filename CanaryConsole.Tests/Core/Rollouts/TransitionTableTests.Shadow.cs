using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

public partial class TransitionTableTests
{
    private static Dictionary<string, Func<RolloutState, RolloutInput>> ShadowInputs => new()
    {
        ["look: shadow there, late, too few copies"] = state =>
            Look(Late(state), RolloutSamples.Shadowed(), RolloutSamples.Healthy) with { Shadow = RolloutSamples.Sight with { SettledRequests = 499 } },
        ["look: shadow there, past the deadline, too few copies"] = state =>
            Look(PastDeadline(state), RolloutSamples.Shadowed(), RolloutSamples.Healthy) with { Shadow = RolloutSamples.Sight with { SettledRequests = 499 } },
        ["look: shadow there, late, nothing seen of it"] = state => Look(Late(state), RolloutSamples.Shadowed(), RolloutSamples.Healthy) with { Shadow = null },
        ["look: shadow there without instances"] = state => Look(
            Soon(state),
            RolloutSamples.Shadowed() with { ShadowVariants = [new VariantDescription("challenger-v8-shadow", "media-ranker-v8", "ml.m5.xlarge", 1, 1, 0, 2)] },
            RolloutSamples.Healthy),
        ["look: shadow there, endpoint updating"] = state => Look(Soon(state), RolloutSamples.Shadowed(EndpointStatus.Updating), RolloutSamples.Healthy),
    };
}
