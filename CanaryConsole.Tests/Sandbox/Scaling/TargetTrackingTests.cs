using CanaryConsole.Sandbox.Scaling;

namespace CanaryConsole.Tests.Sandbox.Scaling;

public sealed class TargetTrackingTests
{
    [Theory]
    [InlineData(2, 1200, 1000, 3)]
    [InlineData(2, 1000, 1000, 2)]
    [InlineData(2, 5000, 1000, 8)]
    [InlineData(4, 400, 1000, 2)]
    [InlineData(4, 899, 1000, 4)]
    [InlineData(4, 1, 1000, 1)]
    [InlineData(0, 10, 1000, 1)]
    public void Count_MetricAgainstTarget_KeepsItAtOrUnderTheTarget(int current, double value, double target, int expected) =>
        Assert.Equal(expected, TargetTracking.Count(current, value, target, minimum: 1, maximum: 8));
}
