using CanaryConsole.Aws.SageMaker;

namespace CanaryConsole.Tests.Sandbox;

public sealed class SimulationTests
{
    [Fact]
    public void Glance_WhenAChangeHasBecomeDue_SeesItDone()
    {
        var aws = new LocalAws();
        aws.SetWeights("search-embeddings", ("champion", 0), ("challenger", 1));
        Assert.Equal(EndpointStatus.Updating, Glance(aws));

        aws.Time.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal(EndpointStatus.InService, Glance(aws));
    }

    [Fact]
    public void Glance_WhileNothingIsDue_LeavesTheUsersToTheNextVisit()
    {
        var aws = new LocalAws();
        aws.Describe();
        aws.Time.Advance(TimeSpan.FromSeconds(5));
        Glance(aws);
        aws.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.InRange(aws.Metric("Invocations", "Sum", TimeSpan.FromSeconds(10), period: 10).Sum(), 200, 700);
    }

    private static EndpointStatus Glance(LocalAws aws) => aws.Simulation.Glance("search-embeddings", (world, _, name) => world.Endpoints.Find(name).Status);
}
