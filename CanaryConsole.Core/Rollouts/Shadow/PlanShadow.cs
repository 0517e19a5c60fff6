using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The shadow stage of a request, held against what SageMaker allows.</summary>
internal static class PlanShadow
{
    /// <summary>Null when no shadow stage was asked for.</summary>
    /// <param name="steps">The steps that follow.</param>
    public static ShadowStage? Of(RolloutRequest request, EndpointDescription endpoint, IReadOnlyList<RolloutStep> steps)
    {
        if (request is { Shadow: null, Strategy: not Strategy.Shadow })
        {
            return null;
        }

        if (request.Strategy is Strategy.BlueGreen or Strategy.Rolling)
        {
            throw RequestBounds.Invalid("shadow", "shadow was given, but SageMaker's deployment guardrails move the traffic of this strategy: choose shadow or a strategy by weights, or leave it out.");
        }

        RefuseUnlessPossible(endpoint);
        var asked = request.Shadow ?? new ShadowRequest();
        return new ShadowStage(
            RequestBounds.Within("shadow.samplingPercentage", asked.SamplingPercentage, RolloutDefaults.ShadowSamplingPercentage, 1, 100),
            RequestBounds.Minutes("shadow.durationMinutes", asked.DurationMinutes, RolloutDefaults.ShadowMinutes),
            RequestBounds.Within("shadow.minimumRequests", asked.MinimumRequests, request.MinimumRequests ?? RolloutDefaults.MinimumRequests, 1, 1_000_000),
            Agreement(asked, endpoint, request.Capture),
            RequestBounds.Within("shadow.tolerance", asked.Tolerance, RolloutDefaults.ShadowTolerance, 0, 1_000_000),
            asked.Gate,
            Carry(asked, steps));
    }

    private static bool Carry(ShadowRequest asked, IReadOnlyList<RolloutStep> steps) => !asked.CarryEvidence || steps is [{ MinimumRequests: not null }, ..]
        ? asked.CarryEvidence
        : throw RequestBounds.Invalid(
            "shadow.carryEvidence", "shadow.carryEvidence is true, but the first step asks for no minimum of requests that could be lowered; give it one, or leave carryEvidence out.");

    private static void RefuseUnlessPossible(EndpointDescription endpoint)
    {
        var serving = endpoint.Variants.Where(variant => variant.CurrentWeight > 0).Select(variant => variant.Name).ToList();
        if (serving.Count > 1)
        {
            throw new PlanProblemException(
                RefusalKind.Conflict,
                "shadow",
                $"endpoint {endpoint.Name} serves from {string.Join(" and ", serving)}; SageMaker takes a shadow variant beside exactly one production variant, so set the others' weight to 0 first.");
        }

        if (endpoint.ShadowVariants is [var other, ..])
        {
            throw new PlanProblemException(
                RefusalKind.Conflict, "shadow", $"endpoint {endpoint.Name} already has the shadow variant {other.Name}; SageMaker takes one, so remove it first.");
        }
    }

    private static Percentage? Agreement(ShadowRequest asked, EndpointDescription endpoint, CaptureRequest? capture)
    {
        if (asked.MinimumAgreement is not { } fraction)
        {
            return null;
        }

        if (fraction is not (> 0 and <= 1))
        {
            throw RequestBounds.Invalid(
                "shadow.minimumAgreement", FormattableString.Invariant($"shadow.minimumAgreement is {fraction}; it must be above 0 and at most 1, as in 0.98 for 98 %."));
        }

        if (capture is { Share: 0 })
        {
            throw RequestBounds.Invalid(
                "shadow.minimumAgreement", "shadow.minimumAgreement compares captured answers, but capture.share is 0: give it a share, or leave one of the two out.");
        }

        return endpoint.Capture is not null || capture is not null
            ? Percentage.FromFraction(fraction)
            : throw new PlanProblemException(
                RefusalKind.Conflict,
                "shadow.minimumAgreement",
                $"endpoint {endpoint.Name} captures no data, so predictions cannot be compared; give capture a share and a destination, or leave shadow.minimumAgreement out.");
    }
}
