using Bunit;
using CanaryConsole.Components.Controls.Guardrails;
using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Guards;
using CanaryConsole.Tests.Presentation;

namespace CanaryConsole.Tests.Components.Rollouts;

public sealed class GuardrailPanelTests : ConsoleTestContext
{
    public static TheoryData<Verdict, string, string> EveryVerdict() => new()
    {
        { new Verdict.Healthy("error rate 0.4 % over 500 requests, limit 1 %"), "healthy", "Error rate 0.4 % over 500 requests, limit 1 %." },
        { new Verdict.Breach("error rate 8 % over 500 requests, limit 1 %"), "breach", "2 of the last 3 looks failed, 2 make a breach." },
        { new Verdict.Inconclusive("312 of 500 requests on the challenger", 188), "inconclusive", "188 of 500 requests to go." },
        { new Verdict.NoData("no request has reached the challenger at this share"), "no data", "No request has reached the challenger at this share." },
        { new Verdict.Blind("CloudWatch did not answer in 10 s"), "blind", "CloudWatch did not answer in 10 s." },
        { new Verdict.SharedCause("the champion's error rate rose with it"), "shared cause", "The champion's error rate rose with it." },
    };

    [Theory]
    [MemberData(nameof(EveryVerdict))]
    public void Panel_Verdict_IsAWordWithItsReason(Verdict verdict, string word, string said)
    {
        var panel = Show([GuardrailLine.Of(new RolloutBuilder().BakingAt25().Judged(_ => verdict).Assessments[0])]);

        var guard = panel.Find("[role=group][aria-label='Error rate below 1 %']").InnerHtml.Text();
        Assert.Contains(word, guard);
        Assert.Contains(said, guard);
    }

    [Fact]
    public void Panel_Evidence_ShowsBothSidesWithIntervalAndCounts()
    {
        var text = Show([GuardrailLine.Of(new RolloutBuilder().BakingAt25().Building().Assessments[0])]).Markup.Text();

        Assert.Contains("0.64 %", text);
        Assert.Contains("0.12 – 1.0", text);
        Assert.Contains("2 of 312", text);
        Assert.Contains("4 of 4,100", text);
    }

    [Fact]
    public void Panel_ObservingGuardrail_SaysThatItOnlyObserves()
    {
        var assessment = new RolloutBuilder().BakingAt25().Healthy().Assessments[0];

        var panel = Show([GuardrailLine.Of(assessment with { Guardrail = assessment.Guardrail with { Enforcing = false } })]);

        Assert.Contains("observing only", panel.Markup.Text());
    }

    [Fact]
    public void Panel_BeforeTraffic_ShowsTheRulesThatWait()
    {
        var panel = Show([.. new RolloutBuilder().Plan.Guardrails.Select(GuardrailLine.Planned)]);

        Assert.Contains("waits", panel.Markup.Text());
        Assert.Contains("Needs 500 requests on the challenger.", panel.Markup.Text());
    }

    [Fact]
    public void Panel_NoGuardrail_SaysThatNothingWatches() =>
        Assert.Contains("nothing sends the traffic back by itself", Show([]).Markup.Text());

    [Fact]
    public void Panel_StrengthBeyondTheLimit_StaysInItsBar()
    {
        var assessment = new RolloutBuilder().BakingAt25().Breached().Assessments[0];

        var panel = Show([GuardrailLine.Of(assessment with { Evidence = assessment.Evidence with { Strength = 40 } })]);

        Assert.Equal("100", panel.Find("[role=meter]").GetAttribute("aria-valuenow"));
    }

    [Fact]
    public void Panel_SequentialGuardrail_DrawsItsEvidenceAgainstItsLimit()
    {
        var panel = Show([GuardrailLine.Of(SnapshotBuilder.Assessment(
            new Verdict.Inconclusive("not yet enough to call it worse", 190),
            SnapshotBuilder.ErrorRate() with { Test = GuardTest.Sequential },
            SnapshotBuilder.Sequential([0, 1.2, 2.4, 3.1], provisional: 1, timeMissing: TimeSpan.FromMinutes(6))))]);

        var meter = panel.Find("[role=meter]");
        Assert.Equal(("3.1", "5.7"), (meter.GetAttribute("aria-valuenow"), meter.GetAttribute("aria-valuemax")));
        Assert.Equal("Evidence 3.1 of the 5.7 that make a breach; the dashed end may still be corrected.", meter.GetAttribute("aria-valuetext"));
        Assert.Contains("evidence 3.1 of 5.7 · 190 more requests to go, about 6 min at this pace", panel.Markup.Text());
        Assert.Contains("Not yet enough to call it worse.", panel.Markup.Text());
        Assert.Equal("03:08:20 UTC: 3.1 of 5.7, provisional", panel.FindAll("title")[^1].TextContent);
    }

    [Fact]
    public void Panel_Budget_IsAPromiseInWords()
    {
        var plan = SnapshotBuilder.Plan(guardrails: [SnapshotBuilder.ErrorRate() with { Test = GuardTest.Sequential }]) with { FalseRollbackBudget = Percentage.FromPercent(1) };

        var panel = Render<GuardrailPanel>(parameters => parameters.Add(component => component.Promise, GuardPromise.Of(plan)));

        Assert.Contains("false-rollback budget 1 %", panel.Markup.Text());
        Assert.Contains("At most 1 in 100 healthy rollouts is rolled back by chance, however often one looks.", panel.Markup.Text());
    }

    private IRenderedComponent<GuardrailPanel> Show(IReadOnlyList<GuardrailLine> lines) =>
        Render<GuardrailPanel>(parameters => parameters.Add(component => component.Lines, lines));
}
