using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox;
using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Tests.Sandbox.Behaviours;

public sealed class BehaviourCatalogTests
{
    [Fact]
    public void For_ConfiguredPackage_GoesBeforeWhatIsBuiltIn()
    {
        var catalog = new BehaviourCatalog([new BehaviourOptions { Model = "media-ranker/9", ErrorRate = 0.5 }]);

        Assert.Equal(0.5, catalog.For(new CreateModelRequest { ModelName = "media-ranker-v9" }).ErrorRate);
        Assert.Equal(0.001, catalog.For(new CreateModelRequest { ModelName = "media-ranker-v8" }).ErrorRate);
    }

    [Fact]
    public void For_ModelWhoseEnvironmentSaysHow_BehavesSo()
    {
        var behaviour = For("""{"p50": "00:00:01", "p99": "00:00:02", "errorRate": 0.25, "concurrency": 2, "schedule": [{"after": "00:10:00", "latencyFactor": 2}]}""");

        Assert.Equal(
            (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), 0.25, 2, new Turn(TimeSpan.FromMinutes(10), TimeSpan.Zero, 2, null)),
            (behaviour.P50, behaviour.P99, behaviour.ErrorRate, behaviour.Concurrency, behaviour.Schedule.Turns.Single()));
    }

    [Theory]
    [InlineData("""{"p50": "00:00:02", "p99": "00:00:01"}""", "Environment variable CANARYCONSOLE_BEHAVIOUR: The behaviour of '' has P50 00:00:02 and P99 00:00:01: give durations with 00:00:00 <= P50 <= P99 <= 00:01:00.")]
    [InlineData("""{"latency": 1}""", "Environment variable CANARYCONSOLE_BEHAVIOUR is no behaviour at $.latency: give JSON as in {\"p50\": \"00:00:00.020\", \"p99\": \"00:00:00.060\"}.")]
    public void For_EnvironmentThatIsNoBehaviour_IsRefused(string written, string message) =>
        Assert.Equal(message, Assert.Throws<AwsErrorException>(() => For(written)).Message);

    [Theory]
    [InlineData(2, 1, 0, "The behaviour of 'm' has ErrorRate 2: give a share from 0 to 1.")]
    [InlineData(0, 0, 0, "The behaviour of 'm' has Concurrency 0: give a whole number from 1 to 10000.")]
    [InlineData(0, 1, 2000, "The behaviour of 'm': a turn has LatencyFactor 2000: give a number from 0.01 to 1000.")]
    public void Check_FigureOutsideItsBounds_IsRefused(double errorRate, int concurrency, double factor, string message)
    {
        var options = new SandboxOptions
        {
            Behaviours = [new() { Model = "m", ErrorRate = errorRate, Concurrency = concurrency, Schedule = factor > 0 ? [new() { LatencyFactor = factor }] : [] }],
        };

        Assert.Equal($"Sandbox:Behaviours: {message}", Assert.Throws<SandboxStartException>(options.Check).Message);
    }

    private static Behaviour For(string written) => new BehaviourCatalog([]).For(new CreateModelRequest
    {
        ModelName = "m",
        PrimaryContainer = new ContainerDefinition { Image = "i", Environment = new() { ["CANARYCONSOLE_BEHAVIOUR"] = written } },
    });
}
