using CanaryConsole.Sandbox.Behaviours;

namespace CanaryConsole.Tests.Sandbox.Behaviours;

public sealed class QueueingTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(0.5, 1, 2)]
    [InlineData(0.9, 1, 10)]
    [InlineData(0.99, 1, 20)]
    [InlineData(3, 1, 20)]
    [InlineData(0.1, 64, 1)]
    [InlineData(0.5, 64, 1)]
    public void Growth_IsOneOverTheRestForOneServer_AndNothingForManyAtALowLoad(double rho, int servers, double growth) =>
        Assert.Equal(growth, Queueing.Growth(rho, servers), 3);

    [Fact]
    public void Growth_RisesWithTheLoad()
    {
        var growths = Enumerable.Range(0, 100).Select(percent => Queueing.Growth(percent / 100.0, 8)).ToList();

        Assert.Equal(growths.Order(), growths);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0.5)]
    [InlineData(4, 0.75)]
    public void Excess_IsTheShareThatNoServerGetsTo(double rho, double excess) => Assert.Equal(excess, Queueing.Excess(rho));
}
