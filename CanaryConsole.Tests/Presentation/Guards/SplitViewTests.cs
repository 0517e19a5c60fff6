using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Guards;
using CanaryConsole.Tests.Components;

namespace CanaryConsole.Tests.Presentation.Guards;

public sealed class SplitViewTests
{
    private static readonly Evidence Counted = Evidence.None with
    {
        Challenger = ArmEvidence.None with { Requests = 6_200 },
        Champion = ArmEvidence.None with { Requests = 3_800 },
    };

    [Fact]
    public void Of_Mismatch_ComparesSetExpectedAndActual()
    {
        var view = Show(new Verdict.Breach("62 % of 10,000 requests reached the challenger, set are 25 %: chance does not explain it"))!;

        Assert.Equal(
            [
                new("champion", ArmRole.Champion, "75 %", "7,500", "3,800", "38 %"),
                new("challenger-v8", ArmRole.Challenger, "25 %", "2,500", "6,200", "62 %"),
            ],
            view.Rows);
        Assert.Equal("62 % of 10,000 requests reached the challenger, set are 25 %: chance does not explain it.", view.Told);
    }

    [Fact]
    public void Of_SplitAsSet_ShowsNothing() => Assert.Null(Show(new Verdict.Healthy("25 % of 10,000 requests")));

    [Fact]
    public void Of_FinishedRollout_ShowsNothing() => Assert.Null(Show(new Verdict.Breach("62 %"), RolloutPhase.RolledBack));

    [Theory]
    [InlineData(false, Severity.Critical, "only observes")]
    [InlineData(true, Severity.Warning, "held until the split is as set")]
    [InlineData(true, Severity.Critical, "rolls back")]
    public void Of_Mismatch_SaysWhatItDoes(bool enforcing, Severity severity, string effect) => Assert.Contains(
        effect, Show(new Verdict.Breach("62 %"), enforcing: enforcing, severity: severity)!.Effect);

    private static SplitView? Show(Verdict verdict, RolloutPhase phase = RolloutPhase.Baking, bool enforcing = false, Severity severity = Severity.Critical) =>
        SplitView.Of(SnapshotBuilder.Rollout(SnapshotBuilder.State(phase), [SnapshotBuilder.Assessment(
            verdict, new Guardrail("Traffic split as set", new GuardrailRule.TrafficSplit(), enforcing, 500, 1, 1) { Severity = severity }, Counted)]));
}
