using CanaryConsole.Core.Guardrails;
using static CanaryConsole.Tests.Core.Guardrails.Signals.SignalViews;

namespace CanaryConsole.Tests.Core.Guardrails.Signals;

public sealed class AlarmJudgeTests
{
    private static readonly GuardrailRule Rule = new GuardrailRule.AlarmState("basket-drop");

    [Fact]
    public void Judge_InAlarm_IsABreach() => Assert.Equal(new Verdict.Breach("alarm basket-drop is in ALARM since 10:15:00 UTC"), Judge(Rule, View(reading: State(1, 5))));

    [Fact]
    public void Judge_InAlarmSinceBeforeTheChallengerHadTraffic_IsNotItsFault() => Assert.Equal(
        new Verdict.SharedCause("alarm basket-drop has been in ALARM since 2026-11-21 09:50:00 UTC, before the challenger had traffic: a shared cause, not the challenger"),
        Judge(Rule, View(reading: State(1, 30))));

    [Fact]
    public void Judge_Ok_IsHealthyOnceTheAlarmHasHadTime()
    {
        Assert.Equal(new Verdict.Healthy("alarm basket-drop is OK"), Judge(Rule, View(reading: State(0, 600))));
        Assert.Equal(
            new Verdict.Inconclusive("alarm basket-drop is OK, and has had no time yet to see this share", 0),
            Judge(Rule, View(reading: State(0, 600)) with { Since = At.AddMinutes(-1) }));
    }

    [Fact]
    public void Judge_InsufficientData_IsNoEvidence() =>
        Assert.Equal(new Verdict.NoData("alarm basket-drop has insufficient data"), Judge(Rule, View(reading: SignalReading.None)));

    [Fact]
    public void Judge_AlarmGone_IsBlind() => Assert.Equal(
        new Verdict.Blind("there is no alarm basket-drop"), Judge(Rule, View(reading: new SignalReading([], "there is no alarm basket-drop"))));

    [Fact]
    public void Judge_OkLongAgo_IsNoData() =>
        Assert.Equal(new Verdict.NoData("alarm basket-drop was last seen at 10:10:00 UTC"), Judge(Rule, View(reading: State(0, 600, seenMinutesAgo: 10))));

    private static SignalReading State(double value, double sinceMinutes, double seenMinutesAgo = 0) =>
        new([new SignalPoint(At.AddMinutes(-sinceMinutes), TimeSpan.FromMinutes(sinceMinutes - seenMinutesAgo), value)], null);
}
