using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>How a variant is coloured: the champion blue and solid, the challenger orange and dashed, wherever it is drawn.</summary>
public enum ArmRole
{
    Champion,
    Challenger,
    Other,
}

internal static class ArmRoles
{
    /// <summary>By the active rollout's plan; without one the greatest share is the champion's and the next the challenger's.</summary>
    public static ArmRole Of(string variant, EndpointDescription endpoint, RolloutState? activeRollout)
    {
        if (activeRollout is { Plan: var plan })
        {
            return variant == plan.ChampionVariant ? ArmRole.Champion
                : variant == plan.Challenger.VariantName ? ArmRole.Challenger
                : ArmRole.Other;
        }

        var place = endpoint.Variants.OrderByDescending(one => one.CurrentWeight).Select(one => one.Name).ToList().IndexOf(variant);
        return place switch
        {
            0 => ArmRole.Champion,
            1 => ArmRole.Challenger,
            _ => ArmRole.Other,
        };
    }

    /// <summary>Class of a series key in rollout.css.</summary>
    public static string KeyClass(this ArmRole role) => role switch
    {
        ArmRole.Champion => "key",
        ArmRole.Challenger => "key ch",
        ArmRole.Other => "key other",
    };

    /// <summary>Class of a weight slider in controls.css.</summary>
    public static string SliderClass(this ArmRole role) => role switch
    {
        ArmRole.Champion => "is-champion",
        ArmRole.Challenger => "is-challenger",
        ArmRole.Other => "is-other",
    };
}
