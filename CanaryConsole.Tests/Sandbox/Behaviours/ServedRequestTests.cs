using CanaryConsole.Sandbox;

namespace CanaryConsole.Tests.Sandbox.Behaviours;

/// <summary>What the simulated users of media-ranker (40 a second on two instances, 23 ms each) meet.</summary>
public sealed class ServedRequestTests
{
    [Fact]
    public void Traffic_OnInstancesWithRoom_KeepsTheLatencyOfTheModel()
    {
        var aws = With(new BehaviourOptions { Model = "media-ranker-v7", P50 = TimeSpan.FromMilliseconds(20), P99 = TimeSpan.FromMilliseconds(60) });
        aws.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.InRange(Newest(aws, "ModelLatency", "p50") / 20_000, 0.95, 1.05);
        Assert.InRange(Newest(aws, "Invocation5XXErrors", "Average"), 0, 0.01);
    }

    [Fact]
    public void Traffic_NearlySaturated_IsSlow()
    {
        var aws = With(Sequential(TimeSpan.FromMilliseconds(32)));
        aws.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.InRange(Newest(aws, "ModelLatency", "p50"), 45_000, 640_000);
    }

    [Fact]
    public void Traffic_BeyondSaturation_FailsInPart()
    {
        var aws = With(Sequential(TimeSpan.FromMilliseconds(100)));
        aws.Time.Advance(TimeSpan.FromMinutes(5));

        // Two servers, 100 ms a request: 20 of about 40 requests a second; of the rest one in four times out, which is no 5XX.
        var failing = Newest(aws, "InvocationModelErrors", "Average");
        Assert.InRange(failing, 0.4, 0.65);
        Assert.InRange(Newest(aws, "Invocation5XXErrors", "Average") / failing, 0.7, 0.8);
    }

    [Fact]
    public void Traffic_ErrorRateThatTurnsAfterTenMinutes_IsSeenFromThenOn()
    {
        var aws = With(new BehaviourOptions
        {
            Model = "media-ranker-v7",
            ErrorRate = 0,
            Schedule = [new TurnOptions { After = TimeSpan.FromMinutes(10), ErrorRate = 0.5 }],
        });
        aws.Describe();
        Pass(aws, minutes: 9);
        Assert.Equal(0, Newest(aws, "Invocation5XXErrors", "Average"));

        Pass(aws, minutes: 3);
        Assert.InRange(Newest(aws, "Invocation5XXErrors", "Average"), 0.45, 0.55);
    }

    private static BehaviourOptions Sequential(TimeSpan latency) => new() { Model = "media-ranker-v7", P50 = latency, P99 = latency, ErrorRate = 0, Concurrency = 1 };

    private static LocalAws With(BehaviourOptions behaviour) => new(options: new SandboxOptions { Behaviours = [behaviour] });

    // The newest whole minute.
    private static double Newest(LocalAws aws, string metric, string stat) => aws.Metric(metric, stat, TimeSpan.FromMinutes(1))[0];

    private static void Pass(LocalAws aws, int minutes)
    {
        for (var i = 0; i < minutes; i++)
        {
            aws.Time.Advance(TimeSpan.FromMinutes(1));
            aws.Describe();
        }
    }
}
