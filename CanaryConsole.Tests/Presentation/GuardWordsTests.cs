using CanaryConsole.Core.Guardrails;
using CanaryConsole.Presentation;
using CanaryConsole.Tests.Components;

namespace CanaryConsole.Tests.Presentation;

public sealed class GuardWordsTests
{
    private static readonly GuardrailAssessment Healthy = SnapshotBuilder.Assessment(new Verdict.Healthy("within the limit"));

    private static readonly GuardrailAssessment Ignored = SnapshotBuilder.Assessment(
        new Verdict.NoData("no value"), SnapshotBuilder.LatencyP99() with { MissingEvidence = MissingEvidence.Ignore });

    [Fact]
    public void Unseen_GuardrailThatMayBeSilent_HasNoSay()
    {
        Assert.Null(GuardWords.Unseen([Healthy, Ignored]));
        Assert.True(GuardWords.AllHealthy([Healthy, Ignored]));
        Assert.Equal("The guardrail is healthy over 0 requests", GuardWords.Healthy([Healthy, Ignored]));
    }

    [Fact]
    public void AllHealthy_EverybodyMayBeSilentAndIs_IsNotHealth() => Assert.False(GuardWords.AllHealthy([Ignored]));

    [Fact]
    public void AllHealthy_OnlyObservers_StandsInNobodysWay() => Assert.True(GuardWords.AllHealthy([SnapshotBuilder.Assessment(new Verdict.Breach("x"), SnapshotBuilder.ErrorRate(enforcing: false))]));

    [Fact]
    public void Breached_WarningBesideACriticalOne_IsTheCriticalOne()
    {
        var warning = SnapshotBuilder.Assessment(new Verdict.Breach("warns"), SnapshotBuilder.ErrorRate() with { Severity = Severity.Warning });
        var critical = SnapshotBuilder.Assessment(new Verdict.Breach("rolls back"), SnapshotBuilder.LatencyP99());

        Assert.Same(critical, GuardWords.Breached([warning, critical]));
    }
}
