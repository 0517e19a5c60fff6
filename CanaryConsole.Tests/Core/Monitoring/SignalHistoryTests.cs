using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Monitoring;

public sealed class SignalHistoryTests
{
    private static readonly DateTimeOffset T0 = new(2026, 11, 21, 1, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly RolloutId Id = new("r-1");
    private static readonly GuardrailRule Cpu = new GuardrailRule.UtilizationLimit(UtilizationKind.Cpu, 80);

    private readonly SignalHistory _history = new();

    [Fact]
    public void Merge_NewerReading_ReplacesWhatItCoversAndKeepsWhatIsOlder()
    {
        Merge(0, Points(10, 20, 30));
        Merge(1, Points(21, 31, 40) with { Points = [.. Points(21, 31, 40).Points.Select(point => point with { Start = point.Start + Minute })] });

        Assert.Equal([10, 21, 31, 40], Read().Points.Select(point => point.Value));
    }

    [Fact]
    public void Merge_PartialAnswer_TakesNothingAway()
    {
        Merge(0, Points(10, 20, 30));
        Merge(0, new SignalReading([new SignalPoint(T0 + Minute, Minute, 25)], "partial"));

        Assert.Equal([10, 25, 30], Read().Points.Select(point => point.Value));
        Assert.Equal("partial", Read().Problem);
    }

    [Fact]
    public void Merge_MoreThanMayBeKept_KeepsTheNewest()
    {
        Merge(0, Points([.. Enumerable.Range(0, SignalHistory.MostPoints + 10).Select(value => (double)value)]));

        Assert.Equal((SignalHistory.MostPoints, 10), (Read().Points.Count, Read().Points[0].Value));
    }

    [Fact]
    public void Merge_AnAlarmsState_ReplacesTheOneBefore_ButAProblemDoesNot()
    {
        var alarm = new GuardrailRule.AlarmState("a");
        Merge(0, Points(1), alarm);
        Merge(5, new SignalReading([], "throttled"), alarm);
        Assert.Equal((1, "throttled"), (Read().Points.Count, Read().Problem));

        Merge(5, SignalReading.None, alarm);
        Assert.Empty(Read().Points);
    }

    [Fact]
    public void Of_AnotherRollout_StartsAnew()
    {
        Merge(0, Points(10));
        var next = new RolloutId("r-2");

        Assert.Empty(_history.Of(next));
        Assert.Null(_history.AskedAt(next, "g"));

        _history.Merge(next, "h", Request(0, Cpu), Points(1), T0);
        Assert.Empty(_history.Of(Id));
        Assert.Equal(["h"], _history.Of(next).Keys);
    }

    private static SignalRequest Request(int from, GuardrailRule rule) => new("e", "v", rule, T0.AddMinutes(from), T0.AddHours(1), Minute);

    private static SignalReading Points(params double[] values) => new([.. values.Select((value, index) => new SignalPoint(T0.AddMinutes(index), Minute, value))], null);

    private void Merge(int from, SignalReading answer, GuardrailRule? rule = null) => _history.Merge(Id, "g", Request(from, rule ?? Cpu), answer, T0);

    private SignalReading Read() => _history.Of(Id)["g"];
}
