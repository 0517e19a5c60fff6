using CanaryConsole.Sandbox.Metrics;

namespace CanaryConsole.Tests.Sandbox.Metrics;

public sealed class RequestOutcomeTests
{
    [Theory]
    [InlineData(200, 0, 0, 0)]
    [InlineData(404, 1, 0, 1)]
    [InlineData(302, 0, 0, 1)]
    [InlineData(503, 0, 1, 1)]
    [InlineData(0, 0, 0, 1)]
    public void Status_OfTheModelsAnswer_DecidesWhichErrorsItCountsAs(int status, int clientErrors, int serverErrors, int modelErrors)
    {
        var outcome = RequestOutcome.Of(TimeSpan.FromMilliseconds(5), TimeSpan.Zero, status);
        var cell = new MetricCell();
        cell.Add(Measurement.Of(outcome, instances: 1));

        Assert.Equal((clientErrors, serverErrors, modelErrors), (cell.ClientErrors, cell.ServerErrors, cell.ModelErrors));
    }
}
