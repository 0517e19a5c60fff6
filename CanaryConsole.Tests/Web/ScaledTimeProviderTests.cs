using CanaryConsole.Sandbox;

namespace CanaryConsole.Tests.Web;

public sealed class ScaledTimeProviderTests
{
    private readonly ManualTimeProvider _wall = new();

    [Fact]
    public void Now_AtTheStart_IsTheWallsNow() => Assert.Equal(_wall.GetUtcNow(), new ScaledTimeProvider(_wall, 30).GetUtcNow());

    [Fact]
    public void Now_AfterASecondOfWall_IsThirtyOn()
    {
        var scaled = new ScaledTimeProvider(_wall, 30);
        var (start, stamp) = (scaled.GetUtcNow(), scaled.GetTimestamp());

        _wall.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(30), scaled.GetUtcNow() - start);
        Assert.Equal(TimeSpan.FromSeconds(30), scaled.GetElapsedTime(stamp));
    }

    [Fact]
    public void Now_OfTwoStartsWithOneOrigin_IsTheSame()
    {
        var origin = _wall.GetUtcNow();
        var first = new ScaledTimeProvider(_wall, 60, origin);
        _wall.Advance(TimeSpan.FromSeconds(10));

        var second = new ScaledTimeProvider(_wall, 60, origin);

        Assert.Equal(origin + TimeSpan.FromMinutes(10), second.GetUtcNow());
        Assert.Equal(first.GetUtcNow(), second.GetUtcNow());
    }

    [Fact]
    public void Timer_DueInTenSeconds_FiresAfterATenthAtScaleHundred()
    {
        var scaled = new ScaledTimeProvider(_wall, 100);
        var fired = 0;
        using var timer = scaled.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20));

        _wall.Advance(TimeSpan.FromMilliseconds(99));
        var before = fired;
        _wall.Advance(TimeSpan.FromMilliseconds(1));
        var due = fired;
        _wall.Advance(TimeSpan.FromMilliseconds(400));

        Assert.Equal((0, 1, 3), (before, due, fired));
    }

    [Fact]
    public void Timer_PeriodBelowTheWallsMillisecond_GoesOnFiring()
    {
        var scaled = new ScaledTimeProvider(_wall, 100);
        var fired = 0;
        using var timer = scaled.CreateTimer(_ => fired++, null, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(10));

        _wall.Advance(TimeSpan.FromMilliseconds(5));

        Assert.Equal(5, fired);
    }

    [Fact]
    public void Timer_WithoutADueTime_NeverFires()
    {
        var scaled = new ScaledTimeProvider(_wall, 30);
        var fired = 0;
        using var timer = scaled.CreateTimer(_ => fired++, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        _wall.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, fired);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(101)]
    [InlineData(double.NaN)]
    public void Scale_OutsideItsBounds_IsRefused(double scale) => Assert.Throws<ArgumentOutOfRangeException>(() => new ScaledTimeProvider(_wall, scale));
}
