using Bunit;
using CanaryConsole.Components.Controls;

namespace CanaryConsole.Tests.Components.Live;

public sealed class TimeControlsTests : ConsoleTestContext
{
    [Fact]
    public void Age_ASecondPasses_IsOlder()
    {
        var age = Render<Age>(parameters => parameters.Add(control => control.Since, SnapshotBuilder.Now.AddSeconds(-12)));
        Assert.Equal("12 s ago", age.Markup.Text());

        Clock.Advance(TimeSpan.FromSeconds(1));

        age.WaitForAssertion(() => Assert.Equal("13 s ago", age.Markup.Text()));
    }

    [Fact]
    public void Countdown_TimeRunsOut_SaysDue()
    {
        var countdown = Render<Countdown>(parameters => parameters.Add(control => control.Until, SnapshotBuilder.Now.AddSeconds(2)));
        Assert.Equal("0:02 left", countdown.Markup.Text());

        Clock.Advance(TimeSpan.FromSeconds(2));

        countdown.WaitForAssertion(() => Assert.Equal("due", countdown.Markup.Text()));
    }

    [Fact]
    public void Ages_NoneLeft_NoTimerRuns()
    {
        var age = Render<Age>(parameters => parameters.Add(control => control.Since, SnapshotBuilder.Now));
        Assert.Equal(1, Clock.ArmedTimers);

        age.Instance.Dispose();

        Assert.Equal(0, Clock.ArmedTimers);
    }

    [Fact]
    public void LocalTime_ViewersZoneKnown_IsShownWithUtcOnHover()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(2), "test", "test");

        var time = Render<LocalTime>(parameters => parameters
            .AddCascadingValue(zone)
            .Add(control => control.Value, SnapshotBuilder.Now)
            .Add(control => control.Format, "HH:mm"));

        Assert.Equal("05:08", time.Markup.Text());
        Assert.Equal("2026-11-21 03:08:20 UTC", time.Find("time").GetAttribute("title"));
    }
}
