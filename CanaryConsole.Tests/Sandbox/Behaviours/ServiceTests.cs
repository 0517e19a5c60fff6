using CanaryConsole.Sandbox.Behaviours;

namespace CanaryConsole.Tests.Sandbox.Behaviours;

public sealed class ServiceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Offer_FiftyRequestsASecondOfFortyMilliseconds_AreTwoAtATime()
    {
        var service = new Service();
        var load = 0.0;
        for (var i = 0; i < 5000; i++)
        {
            load = service.Offer(Noon.AddMilliseconds(20 * i), TimeSpan.FromMilliseconds(40));
        }

        Assert.InRange(load, 1.98, 2.02);
    }

    [Fact]
    public void Offer_AfterAQuietMinute_HasForgotten()
    {
        var service = new Service();
        service.Offer(Noon, TimeSpan.FromSeconds(100));

        Assert.InRange(service.Offer(Noon.AddMinutes(1), TimeSpan.Zero), 0, 0.03);
    }

    [Fact]
    public void Age_BeginsWithTheFirstRequest()
    {
        var service = new Service();

        Assert.Equal(TimeSpan.Zero, service.Age(Noon));
        Assert.Equal(TimeSpan.FromMinutes(1), service.Age(Noon.AddMinutes(1)));
        Assert.Equal(TimeSpan.Zero, service.Age(Noon.AddMinutes(-1)));
    }
}
