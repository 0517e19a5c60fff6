using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;
using static CanaryConsole.Tests.Components.SnapshotBuilder;

namespace CanaryConsole.Tests.Presentation;

public sealed class PhasePresentationTests
{
    public static TheoryData<RolloutPhase> Phases => [.. Enum.GetValues<RolloutPhase>()];

    [Theory]
    [MemberData(nameof(Phases))]
    public void Badge_EveryPhase_HasAWordAndAnIcon(RolloutPhase phase)
    {
        var badge = PhasePresentation.Badge(State(phase));

        Assert.NotEmpty(badge.Text);
        Assert.NotNull(badge.Glyph);
    }

    [Theory]
    [InlineData(RolloutPhase.Baking, "Baking 25 %")]
    [InlineData(RolloutPhase.AtGate, "At gate 25 %")]
    [InlineData(RolloutPhase.Paused, "Paused 25 %")]
    [InlineData(RolloutPhase.Soaking, "Soaking")]
    [InlineData(RolloutPhase.RolledBack, "Rolled back")]
    public void Text_PhaseAboutAShare_NamesIt(RolloutPhase phase, string said) => Assert.Equal(said, PhasePresentation.Text(State(phase)));

    [Theory]
    [InlineData(RolloutPhase.RolledBack, "Rolled back, restoring", Tone.Bad)]
    [InlineData(RolloutPhase.Completed, "Completed, restoring", Tone.Good)]
    public void Badge_Restoring_ShowsHowItEnds(RolloutPhase ending, string said, Tone tone)
    {
        var badge = PhasePresentation.Badge(State(RolloutPhase.Restoring) with { Ending = ending });

        Assert.Equal((said, tone), (badge.Text, badge.Tone));
    }

    [Fact]
    public void Badge_BakingWithABreach_IsBad()
    {
        var rollout = Rollout(assessments: [Assessment(new Verdict.Healthy("fine")), Assessment(new Verdict.Breach("6 %"))]);

        Assert.Equal(Tone.Bad, PhasePresentation.Badge(rollout).Tone);
    }

    [Fact]
    public void Badge_BreachOfAnObservingGuardrail_DoesNotColour()
    {
        var rollout = Rollout(assessments: [Assessment(new Verdict.Healthy("fine")), Assessment(new Verdict.Breach("6 %"), ErrorRate(enforcing: false))]);

        Assert.Equal(Tone.Good, PhasePresentation.Badge(rollout).Tone);
    }

    [Theory]
    [InlineData(RolloutPhase.AtGate, true)]
    [InlineData(RolloutPhase.Blocked, true)]
    [InlineData(RolloutPhase.RollingBack, true)]
    [InlineData(RolloutPhase.Baking, false)]
    [InlineData(RolloutPhase.Completed, false)]
    public void NeedsPerson_Phase_IsAnswered(RolloutPhase phase, bool needed) => Assert.Equal(needed, PhasePresentation.NeedsPerson(Rollout(State(phase))));

    [Fact]
    public void NeedsPerson_BakingAndPaged_IsTrue() => Assert.True(PhasePresentation.NeedsPerson(Rollout(State(paged: true))));
}
