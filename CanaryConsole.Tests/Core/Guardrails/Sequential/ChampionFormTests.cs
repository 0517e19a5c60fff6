using CanaryConsole.Core.Guardrails;
using static CanaryConsole.Tests.Core.Guardrails.GuardrailSamples;
using static CanaryConsole.Tests.Core.Guardrails.TrackSamples;

namespace CanaryConsole.Tests.Core.Guardrails;

public class ChampionFormTests
{
    [Fact]
    public void Of_ErrorsOneByOne_IsIndependent() =>
        Assert.Equal(EvidenceForm.Independent, ChampionForm.Of(Drawn(new Random(7), 240, 200, 0.004), Since.AddHours(1)));

    [Fact]
    public void Of_ErrorsInBursts_IsRobust() =>
        Assert.Equal(EvidenceForm.Robust, ChampionForm.Of([.. Series(240, 200).Select((window, index) => index % 60 == 0 ? window with { Errors = 40 } : window)], Since.AddHours(1)));

    [Fact]
    public void Of_WhatCameAfterTheChallenger_IsNotLookedAt() =>
        Assert.Equal(EvidenceForm.Independent, ChampionForm.Of([.. Series(240, 200).Select((window, index) => index % 60 == 0 ? window with { Errors = 40 } : window)], Since.AddMinutes(5)));

    [Fact]
    public void Assess_Robust_SaysSoAndStillSees()
    {
        var terms = Terms with { Form = EvidenceForm.Robust };
        var assessment = new EvidenceTrack([(Worse, terms)], hasGateway: false).Assess(View(Series(60, 100, errors: 5), Series(60, 300, errors: 3)))[0];

        Assert.IsType<Verdict.Breach>(assessment.Verdict);
        Assert.EndsWith("(by whole windows, since the champion's errors come in bursts)", assessment.Verdict.Reason, StringComparison.Ordinal);
        Assert.Equal(EvidenceForm.Robust, assessment.Evidence.Form);
    }
}
