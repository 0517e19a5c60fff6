using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

public partial class TransitionTableTests
{
    private static readonly Verdict Undecided = new Verdict.Inconclusive("312 of 500 requests", 188);
    private static readonly Verdict Nothing = new Verdict.NoData("no metrics");

    private static Dictionary<string, Func<RolloutState, RolloutInput>> StepInputs => new()
    {
        ["skip, all healthy"] = state => Skip(state, RolloutSamples.Healthy),
        ["skip, one undecided"] = state => Skip(state, Undecided),
        ["skip, one in breach"] = state => Skip(state, RolloutSamples.Breach),
        ["skip, one without data"] = state => Skip(state, Nothing),
        ["skip, one blind"] = state => Skip(state, new Verdict.Blind("throttled")),
        ["skip, nothing seen"] = state => new RolloutInput.SkipStep(Soon(state), "ann", null, []),
        ["jump forward, all healthy"] = state => Jump(state, 1, RolloutSamples.Healthy),
        ["jump forward, one undecided"] = state => Jump(state, 1, Undecided),
        ["jump forward, one in breach"] = state => Jump(state, 1, RolloutSamples.Breach),
        ["jump forward, one without data"] = state => Jump(state, 1, Nothing),
        ["jump forward, nothing seen"] = state => new RolloutInput.JumpToStep(Soon(state), "ann", 1, null, []),
        ["jump back, one in breach"] = state => Jump(state, 0, RolloutSamples.Breach),
        ["jump beyond the last step"] = state => Jump(state, 2, RolloutSamples.Healthy),
        ["restart the steps, nothing seen"] = state => new RolloutInput.RestartSteps(Soon(state), "ann", "new hosts", []),
        ["extend by 30 minutes"] = state => new RolloutInput.ExtendBake(Soon(state), "ann", TimeSpan.FromMinutes(30), null),
        ["extend by 30 seconds"] = state => new RolloutInput.ExtendBake(Soon(state), "ann", TimeSpan.FromSeconds(30), null),
        ["extend by 8 days"] = state => new RolloutInput.ExtendBake(Soon(state), "ann", TimeSpan.FromDays(8), null),
        ["refuse"] = state => new RolloutInput.Refuse(Soon(state), "ann", "looks odd", []),
        ["adopt"] = state => new RolloutInput.Adopt(Soon(state), "ann"),
        ["restore"] = state => new RolloutInput.Restore(Soon(state), "ann"),
        ["look: configuration exchanged outside"] = state => Look(Soon(state), AsWanted(state) with { ConfigName = "by-hand" }, RolloutSamples.Healthy),
        ["look: champion's model exchanged outside"] = state => Look(Soon(state), Exchanged(state, "champion"), RolloutSamples.Healthy),
        ["look: challenger's model exchanged outside"] = state => Look(Soon(state), Exchanged(state, "challenger-v8"), RolloutSamples.Healthy),
        ["look: third variant with traffic"] = state => Look(Soon(state), WithThird(state), RolloutSamples.Healthy),
        ["look: late, healthy, updating"] = state => Look(Late(state), AsWanted(state) with { Status = EndpointStatus.Updating }, RolloutSamples.Healthy),
    };

    private static RolloutInput.SkipStep Skip(RolloutState state, Verdict verdict) => new(Soon(state), "ann", null, [RolloutSamples.Assessed(verdict)]);

    private static RolloutInput.JumpToStep Jump(RolloutState state, int step, Verdict verdict) => new(Soon(state), "ann", step, null, [RolloutSamples.Assessed(verdict)]);

    private static EndpointDescription Exchanged(RolloutState state, string variant)
    {
        var endpoint = AsWanted(state);
        return endpoint with { Variants = [.. endpoint.Variants.Select(one => one.Name == variant ? one with { ModelName = "media-ranker-v5" } : one)] };
    }

    private static EndpointDescription WithThird(RolloutState state)
    {
        var endpoint = AsWanted(state);
        return endpoint with { Variants = [.. endpoint.Variants, new VariantDescription("other", "media-ranker-v6", "ml.m5.xlarge", 0.1, 0.1, 1, 1)] };
    }
}
