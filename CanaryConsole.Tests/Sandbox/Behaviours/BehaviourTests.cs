using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Tests.Sandbox.Behaviours;

public sealed class BehaviourTests
{
    [Theory]
    [InlineData("media-ranker-v7", 20, 60, 0.001)]
    [InlineData("media-ranker-v8", 18, 54, 0.001)]
    [InlineData("media-ranker-v9", 20, 60, 0.08)]
    [InlineData("media-ranker-v10", 24, 300, 0.001)]
    [InlineData("media-ranker-v13", 21, 63, 0.001)]
    [InlineData("made-by-someone", 25, 80, 0.001)]
    public void Sample_ManyRequests_HasThePercentilesAndErrorRateOfTheModel(string model, double p50, double p99, double errorRate)
    {
        const int Requests = 100_000;
        var sampler = new Sampler(new Dice(1));
        var behaviour = new BehaviourCatalog([]).For(new CreateModelRequest { ModelName = model });
        var latencies = new Distribution();
        var errors = 0;
        for (var i = 0; i < Requests; i++)
        {
            var outcome = sampler.Sample(behaviour);
            latencies.Add(outcome.ModelLatency.TotalMilliseconds);
            errors += outcome.IsModelError ? 1 : 0;
        }

        Assert.InRange(Percentiles.At(latencies, 0.5) / p50, 0.97, 1.03);
        Assert.InRange(Percentiles.At(latencies, 0.99) / p99, 0.96, 1.04);
        Assert.InRange(latencies.Maximum, p99 * 3, 60_000);
        Assert.InRange((double)errors / Requests, errorRate * 0.7, errorRate * 1.3);
    }

    [Fact]
    public void For_ModelMadeFromAPackage_BehavesAsItsVersion()
    {
        var model = new CreateModelRequest
        {
            ModelName = "rollout-123",
            PrimaryContainer = new ContainerDefinition { ModelPackageName = "arn:aws:sagemaker:eu-central-1:123456789012:model-package/media-ranker/9" },
        };

        Assert.Equal(0.08, new BehaviourCatalog([]).For(model).ErrorRate);
    }

    [Fact]
    public void LatencyAt_FarInTheTail_EndsWhereAContainerTimesOut() =>
        Assert.Equal(TimeSpan.FromSeconds(60), Behaviour.Default.LatencyAt(normal: 5, tail: 1e-12));

    [Fact]
    public void Sample_KnownWork_IsScaledAgainstTheReference()
    {
        var reference = Behaviour.Default;
        var slower = reference with { P50 = reference.P50 * 2, P99 = reference.P99 * 2 };
        var sampler = new Sampler(new Dice(1));

        for (var i = 0; i < 1000; i++)
        {
            var work = sampler.Work(slower, reference, TimeSpan.FromSeconds(1));
            Assert.InRange(work.TotalSeconds, 1.999, 2.001);
        }
    }
}
