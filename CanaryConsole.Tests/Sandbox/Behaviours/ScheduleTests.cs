using CanaryConsole.Sandbox.Behaviours;

namespace CanaryConsole.Tests.Sandbox.Behaviours;

public sealed class ScheduleTests
{
    private static readonly Schedule DriftThenStep = new(
    [
        new Turn(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20), LatencyFactor: 3, ErrorRate: null),
        new Turn(TimeSpan.FromMinutes(60), TimeSpan.Zero, LatencyFactor: null, ErrorRate: 0.5),
        new Turn(TimeSpan.FromMinutes(90), TimeSpan.Zero, LatencyFactor: 1, ErrorRate: 0.01),
    ]);

    [Theory]
    [InlineData(0, 1, 0.01)]
    [InlineData(10, 1, 0.01)]
    [InlineData(20, 2, 0.01)]
    [InlineData(30, 3, 0.01)]
    [InlineData(59, 3, 0.01)]
    [InlineData(60, 3, 0.5)]
    [InlineData(90, 1, 0.01)]
    public void At_DriftAndSteps_ChangeWhatTheyNameOnly(int minutes, double latencyFactor, double errorRate) =>
        Assert.Equal(new Condition(latencyFactor, errorRate), DriftThenStep.At(TimeSpan.FromMinutes(minutes), 0.01));
}
