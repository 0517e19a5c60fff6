using System.Diagnostics;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Presentation;

/// <summary>What a guardrail concludes, as a chip.</summary>
internal static class VerdictPresentation
{
    public static Badge Badge(Verdict verdict) => verdict switch
    {
        Verdict.Healthy => new("healthy", Tone.Good, Glyph.Check, verdict.Reason),
        Verdict.Breach => new("breach", Tone.Bad, Glyph.Cross, verdict.Reason),
        Verdict.Inconclusive => new("inconclusive", Tone.Warn, Glyph.Baking, verdict.Reason),
        Verdict.NoData => new("no data", Tone.Warn, Glyph.Alert, verdict.Reason),
        Verdict.Blind => new("blind", Tone.Bad, Glyph.EyeOff, verdict.Reason),
        Verdict.SharedCause => new("shared cause", Tone.Warn, Glyph.Alert, verdict.Reason),
        _ => throw new UnreachableException(),
    };

    /// <summary>One colour for all enforcing guardrails together: the worst. Info when there is nothing to judge by.</summary>
    public static Tone Overall(IEnumerable<GuardrailAssessment> assessments) => assessments
        .Where(assessment => assessment.Guardrail.Enforcing)
        .Select(assessment => Badge(assessment.Verdict).Tone)
        .DefaultIfEmpty(Tone.Info)
        .Max();
}
