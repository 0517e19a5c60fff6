using CanaryConsole.Core.Backtests;
using CanaryConsole.Core.Monitoring;
using static CanaryConsole.Tests.Core.Forecasts.ForecastSamples;

namespace CanaryConsole.Tests.Core.Backtests;

/// <summary>A champion's past, drawn with a seed.</summary>
internal static class BacktestSamples
{
    public static List<MetricWindow> History(int minutes, double perSecond = 20, double errorRate = 0.002, double slowRate = 0.004, DateTimeOffset? from = null)
    {
        var draw = new Draw(42);
        return [.. Enumerable.Range(0, minutes).Select(minute =>
        {
            var requests = (long)(perSecond * 60);
            return new MetricWindow(
                (from ?? Start) + TimeSpan.FromMinutes(minute), TimeSpan.FromMinutes(1), requests, draw.Binomial(requests, errorRate),
                TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(60), draw.Binomial(requests, slowRate));
        })];
    }
}
