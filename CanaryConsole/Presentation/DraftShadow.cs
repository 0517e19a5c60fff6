using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>The draft's shadow stage as the request wants it.</summary>
internal static class DraftShadow
{
    private const double Week = 7 * 24 * 60;

    public static ShadowRequest Of(ShadowDraft draft, DraftFields fields) => new()
    {
        SamplingPercentage = (int?)fields.Number("shadow.samplingPercentage", draft.Sampling, "Copied requests", 1, 100, "%", whole: true),
        DurationMinutes = fields.Number("shadow.durationMinutes", draft.Minutes, "Time in the shadow", 0, Week, "minutes"),
        MinimumRequests = (int?)fields.Number("shadow.minimumRequests", draft.MinimumRequests, "Requests in the shadow", 1, 1_000_000, optional: true, whole: true),
        MinimumAgreement = fields.Number("shadow.minimumAgreement", draft.Agreement, "Agreement", 0.1, 100, "%", optional: true) / 100,
        Tolerance = fields.Number("shadow.tolerance", draft.Tolerance, "Tolerance", 0, 1_000_000, optional: true),
        Gate = draft.Gate,
        CarryEvidence = draft.CarryEvidence,
    };
}
