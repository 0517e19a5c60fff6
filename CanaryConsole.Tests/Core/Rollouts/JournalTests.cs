using CanaryConsole.Core;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

public class JournalTests
{
    private static RolloutPlan Plan => RolloutEventSamples.Plan;

    public static TheoryData<int> EverySample() => [.. Enumerable.Range(0, RolloutEventSamples.All.Count)];

    [Theory]
    [MemberData(nameof(EverySample))]
    public void Sentence_AnyEvent_IsWholeAndEndsWithOneFullStop(int sample)
    {
        var sentence = Journal.Sentence(RolloutEventSamples.All[sample], Plan);

        Assert.Matches(@"^[A-Z].*[^.]\.$", sentence);
    }

    [Fact]
    public void Sentence_EveryKindOfEvent_HasASample()
    {
        Assert.Equal(RolloutEventSamples.Kinds.OrderBy(kind => kind.Name), RolloutEventSamples.All.Select(sample => sample.GetType()).Distinct().OrderBy(kind => kind.Name));
    }

    [Fact]
    public void Sentence_StepStarted_NamesShareStepAndWhy() => Assert.Equal(
        "Set the challenger to 25 %, step 2 of 2: all 3 guardrails healthy over 540 requests.",
        Journal.Sentence(new RolloutEvent.StepStarted(1, Percentage.FromPercent(25), "all 3 guardrails healthy over 540 requests"), Plan));

    [Fact]
    public void Sentence_WeightsConfirmed_NamesBothSidesAndHowLong() => Assert.Equal(
        "Weights read back: champion 75 %, challenger 25 %. The change took 8 s.",
        Journal.Sentence(new RolloutEvent.WeightsConfirmed(Percentage.FromPercent(25), TimeSpan.FromSeconds(8.4)), Plan));

    [Theory]
    [InlineData(true, "Rolling back by itself: errors.")]
    [InlineData(false, "Rolling back: errors.")]
    public void Sentence_RollbackStarted_SaysWhetherByItself(bool automatic, string expected) => Assert.Equal(
        expected, Journal.Sentence(new RolloutEvent.RollbackStarted("errors.", automatic, []), Plan));

    [Theory]
    [InlineData(0.031, "31 ms")]
    [InlineData(42, "42 s")]
    [InlineData(600, "10 min")]
    [InlineData(372, "6 min 12 s")]
    [InlineData(3600, "1 h")]
    [InlineData(97_500, "27 h 5 min")]
    public void Sentence_RolledBack_SaysTheTimeInItsOwnUnit(double seconds, string expected) => Assert.Equal(
        $"Rolled back: challenger-9 was read back at weight 0, {expected} after the decision.",
        Journal.Sentence(new RolloutEvent.RolledBack(TimeSpan.FromSeconds(seconds)), Plan));

    [Fact]
    public void Sentence_GateOutsideThePlan_StillSpeaks() => Assert.Equal(
        "At the gate after step 8: waiting for a person to approve.",
        Journal.Sentence(new RolloutEvent.GateReached(7), Plan));
}
