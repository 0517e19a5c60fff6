using System.Diagnostics;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Presentation;

/// <summary>A verdict inside a sentence: "the guardrail … is in breach".</summary>
internal static class VerdictWords
{
    public static string Stands(Verdict verdict) => verdict switch
    {
        Verdict.Healthy => "is healthy",
        Verdict.Breach => "is in breach",
        Verdict.Inconclusive => "has too little to go by",
        Verdict.NoData => "has no data",
        Verdict.Blind => "cannot see",
        Verdict.SharedCause => "sees both arms degraded",
        _ => throw new UnreachableException(),
    };
}
