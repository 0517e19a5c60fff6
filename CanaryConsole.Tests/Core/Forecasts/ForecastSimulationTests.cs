using CanaryConsole.Core;
using CanaryConsole.Core.Backtests;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Statistics;
using static CanaryConsole.Tests.Core.Forecasts.ForecastSamples;

namespace CanaryConsole.Tests.Core.Forecasts;

/// <summary>The forecast against the real thing: many seeded streams through the guard's own evidence.</summary>
public class ForecastSimulationTests
{
    private const int Streams = 301;

    /// <summary>The forecast may be off by a quarter, or by one look where there are few.</summary>
    private const double Tolerance = 0.25;

    [Theory]
    [InlineData(10, 0.05, 1, 0.05)]
    [InlineData(100, 0.05, 1, 0.05)]
    [InlineData(100, 0.05, 1, 0.02)]
    [InlineData(20, 0.25, 1, 0.02)]
    [InlineData(10, 0.5, 0.2, 0.01)]
    public void AtShare_ErrorsAboveALimit_IsNearTheSimulatedMedian(double perSecond, double share, double limitPercent, double rate)
    {
        var limit = limitPercent / 100;
        var outline = Outline(ErrorLimit(limitPercent));

        var forecast = WindowsOf(outline, Traffic(perSecond), share, new Worsening(WorseningKind.ErrorsOfLimit, rate / limit));
        var simulated = Median(draw =>
        {
            var evidence = new RateEvidence(limit, 300);
            return Windows(() =>
            {
                var requests = draw.Binomial((long)(perSecond * 60), share);
                evidence.Update(draw.Binomial(requests, rate), requests);
                return evidence.LogEvidence;
            });
        });

        AssertNear(simulated, forecast);
    }

    [Theory]
    [InlineData(100, 0.05, 0.001, 10)]
    [InlineData(100, 0.05, 0.001, 5)]
    [InlineData(100, 0.25, 0.001, 2)]
    [InlineData(1000, 0.01, 0.001, 2)]
    [InlineData(50, 0.5, 0.005, 2)]
    public void AtShare_MoreErrorsThanTheChampion_IsNearTheSimulatedMedian(double perSecond, double share, double championRate, double factor)
    {
        var forecast = Forecaster.AtShare(Outline(AgainstChampion()), Traffic(perSecond, championRate), Percentage.FromFraction(share))
            .Of(new Worsening(WorseningKind.Errors, factor))!;
        var simulated = Median(draw =>
        {
            var evidence = new ShareEvidence(1, 300);
            return Windows(() =>
            {
                var all = (long)(perSecond * 60);
                var requests = draw.Binomial(all, share);
                evidence.Update(draw.Binomial(requests, championRate * factor), requests, draw.Binomial(all - requests, championRate), all - requests);
                return evidence.LogEvidence;
            });
        });

        AssertNear(simulated, forecast.After.TotalMinutes);
    }

    [Fact]
    public void Of_WorseningThatBeginsAfterHealth_IsNearTheSimulatedMedian()
    {
        var plain = Outline(AgainstChampion());
        var outline = plain with { Steps = [.. plain.Steps.Take(2), plain.Steps[2] with { Bake = TimeSpan.FromMinutes(120) }] };

        var forecast = Forecaster.Of(outline, Traffic(100, 0.001), Start).Steps[2].Seen.Single(seen => seen.Worsening == new Worsening(WorseningKind.Errors, 2));
        var simulated = Median(draw =>
        {
            var evidence = new ShareEvidence(1, 300);
            Feed(ref evidence, draw, 10, 0.05, 1);
            Feed(ref evidence, draw, 10, 0.25, 1);
            return Windows(() =>
            {
                Feed(ref evidence, draw, 1, 0.5, 2);
                return evidence.LogEvidence;
            });
        });

        AssertNear(simulated, forecast.Detection!.After.TotalMinutes);

        static void Feed(ref ShareEvidence evidence, Draw draw, int windows, double share, double factor)
        {
            for (var window = 0; window < windows; window++)
            {
                var requests = draw.Binomial(6_000, share);
                evidence.Update(draw.Binomial(requests, 0.001 * factor), requests, draw.Binomial(6_000 - requests, 0.001), 6_000 - requests);
            }
        }
    }

    private static int WindowsOf(PlanOutline outline, TrafficPicture traffic, double share, Worsening worsening)
    {
        var guardrail = outline.Guardrails[0];
        var rates = BadRates.Of(worsening, guardrail.Rule, outline.Guardrails, traffic)!.Value;
        return Sighting.Windows(guardrail, rates, [], wasWorse: true, new Exposure(share, 43_200, traffic.RequestsPerSecond * 60 * share), outline.Terms(traffic.Period)[0].Terms)!.Value;
    }

    private static double Median(Func<Draw, int> stream) => Enumerable.Range(1, Streams).Select(seed => stream(new Draw(seed))).Order().ElementAt(Streams / 2);

    private static int Windows(Func<double> next)
    {
        for (var window = 1; window <= 20_000; window++)
        {
            if (next() >= Math.Log(100))
            {
                return window;
            }
        }

        throw new InvalidOperationException("Not seen in 20,000 windows.");
    }

    private static void AssertNear(double simulated, double forecast) =>
        Assert.True(Math.Abs(forecast - simulated) <= Math.Max(1, Tolerance * simulated), $"forecast {forecast}, simulated median {simulated}");
}
