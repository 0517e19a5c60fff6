using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

public partial class TransitionTableTests
{
    private static readonly Verdict Shared = new Verdict.SharedCause("error rate 8 % over 540 requests, limit 1 %, and the champion is as bad");
    private static readonly Guardrail Other = RolloutSamples.ErrorRate with { Name = "p99 below 100 ms" };

    private static Dictionary<string, Func<RolloutState, RolloutInput>> GuardInputs => new()
    {
        ["look: shared cause"] = state => Look(Soon(state), AsWanted(state), Shared),
        ["look: shared cause past the deadline"] = state => Look(PastDeadline(state), AsWanted(state), Shared),
        ["look: shared cause, another in breach"] = state => Looked(Soon(state), state, (RolloutSamples.ErrorRate, Shared), (Other, RolloutSamples.Breach)),
        ["look: one that warns in breach"] = state => Looked(Soon(state), state, (RolloutSamples.ErrorRate with { Severity = Severity.Warning }, RolloutSamples.Breach)),
        ["look: one that only observes in breach"] = state => Looked(Soon(state), state, (RolloutSamples.ErrorRate with { Enforcing = false }, RolloutSamples.Breach)),
        ["look: silent during the bake, silence is a breach"] = state => Looked(Soon(state), state, (Silent(MissingEvidence.Breach), Nothing)),
        ["look: silent at the end of the bake, silence is a breach"] = state => Looked(Late(state), state, (Silent(MissingEvidence.Breach), Nothing)),
        ["look: blind at the end of the bake, silence is a breach"] = state => Looked(Late(state), state, (Silent(MissingEvidence.Breach), new Verdict.Blind("throttled"))),
        ["look: silent and ignored, late, another healthy"] = state => Looked(Late(state), state, (Silent(MissingEvidence.Ignore), Nothing), (Other, RolloutSamples.Healthy)),
        ["look: silent and ignored, late, alone"] = state => Looked(Late(state), state, (Silent(MissingEvidence.Ignore), Nothing)),
        ["promote, one silent and ignored, another healthy"] = state => new RolloutInput.Promote(Soon(state), "ann", [RolloutSamples.Assessed(Nothing, Silent(MissingEvidence.Ignore)), RolloutSamples.Assessed(RolloutSamples.Healthy, Other)]),
        ["promote, the only one silent and ignored"] = state => new RolloutInput.Promote(Soon(state), "ann", [RolloutSamples.Assessed(Nothing, Silent(MissingEvidence.Ignore))]),
        ["promote, a shared cause"] = state => new RolloutInput.Promote(Soon(state), "ann", [RolloutSamples.Assessed(Shared)]),
    };

    private static Guardrail Silent(MissingEvidence policy) => RolloutSamples.ErrorRate with { MissingEvidence = policy };

    private static RolloutInput.Observe Looked(DateTimeOffset at, RolloutState state, params (Guardrail Guardrail, Verdict Verdict)[] guardrails) =>
        new(at, AsWanted(state), null, [.. guardrails.Select(one => RolloutSamples.Assessed(one.Verdict, one.Guardrail))]) { Shadow = RolloutSamples.Sight };
}
