using CanaryConsole.Sandbox;

namespace CanaryConsole.Tests.Sandbox.Traffic;

public sealed class UserTrafficTests
{
    [Fact]
    public void Traffic_AfterAWeightChange_FollowsTheNewSharesFromThatMomentOn()
    {
        var aws = new LocalAws();
        aws.SetWeights("search-embeddings", ("champion", 0), ("challenger", 1));
        aws.Time.Advance(TimeSpan.FromMinutes(3));

        var champion = aws.Metric("Invocations", "Sum", TimeSpan.FromMinutes(3), "search-embeddings", "champion", period: 10);
        var challenger = aws.Metric("Invocations", "Sum", TimeSpan.FromMinutes(3), "search-embeddings", "challenger", period: 10);

        Assert.Single(champion);
        Assert.InRange(champion[0], 100, 300);
        Assert.Equal(18, challenger.Count);
        Assert.InRange(challenger.Take(16).Average() / 10, 18, 35);
    }

    [Fact]
    public void Traffic_EightyToTwenty_SplitsAccordingly()
    {
        var aws = new LocalAws(hours: 1);

        var champion = aws.Metric("Invocations", "Sum", TimeSpan.FromHours(1), "search-embeddings", "champion").Sum();
        var challenger = aws.Metric("Invocations", "Sum", TimeSpan.FromHours(1), "search-embeddings", "challenger").Sum();
        Assert.InRange(champion / (champion + challenger), 0.79, 0.81);
    }

    [Fact]
    public void Traffic_TwoWorldsOnTheSameClock_AreTheSame() => Assert.Equal(
        new LocalAws(hours: 0.1).Metric("ModelLatency", "p99", TimeSpan.FromHours(1)),
        new LocalAws(hours: 0.1).Metric("ModelLatency", "p99", TimeSpan.FromHours(1)));

    [Fact]
    public void Traffic_LookedAtOftenOrOnce_IsTheSameRate()
    {
        var often = new LocalAws();
        for (var i = 0; i < 600; i++)
        {
            often.Time.Advance(TimeSpan.FromMilliseconds(100));
            often.Describe();
        }

        Assert.InRange(often.Metric("Invocations", "Sum", TimeSpan.FromMinutes(1)).Sum() / 60, 33, 52);
    }

    [Fact]
    public void Traffic_AfterALongJump_CatchesUpFiveMinutesOnly()
    {
        var aws = new LocalAws();
        aws.Time.Advance(TimeSpan.FromHours(10));

        Assert.Equal(5, aws.Metric("Invocations", "Sum", TimeSpan.FromHours(9)).Count);
    }

    [Fact]
    public void Traffic_ChangeDueInsideAJump_IsDoneAfterIt()
    {
        var aws = new LocalAws();
        aws.SetWeights("search-embeddings", ("champion", 0), ("challenger", 1));
        aws.Time.Advance(TimeSpan.FromHours(10));

        Assert.Empty(aws.Metric("Invocations", "Sum", TimeSpan.FromHours(9), "search-embeddings", "champion"));
    }

    [Fact]
    public void Traffic_ClockSetBackFarther_GoesOnFromThere()
    {
        var aws = new LocalAws();
        aws.Time.Advance(TimeSpan.FromHours(-2));
        aws.Describe();
        aws.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.InRange(aws.Metric("Invocations", "Sum", TimeSpan.FromMinutes(1)).Sum() / 60, 28, 55);
    }

    [Fact]
    public void Metrics_TenMinutesLate_AreNotThereYet()
    {
        var aws = new LocalAws(hours: 1, new SandboxOptions { MetricLateness = TimeSpan.FromMinutes(10) });

        Assert.Equal(50, aws.Metric("Invocations", "Sum", TimeSpan.FromHours(1)).Count);
    }
}
