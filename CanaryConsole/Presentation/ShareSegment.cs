using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>One variant's part of a share bar.</summary>
public sealed record ShareSegment(string Variant, Percentage Share, ArmRole Role)
{
    /// <summary>Champion first, then challenger, then the rest in the configuration's order.</summary>
    public static IReadOnlyList<ShareSegment> Of(EndpointDescription endpoint, RolloutState? activeRollout) =>
    [
        .. endpoint.Variants
            .Select(variant => new ShareSegment(variant.Name, endpoint.ShareOf(variant.Name), ArmRoles.Of(variant.Name, endpoint, activeRollout)))
            .OrderBy(segment => segment.Role),
    ];
}
