using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics;

/// <summary>The promise and the speed, by seeded chance.</summary>
public class EvidenceSimulationTests
{
    private const double Alpha = 0.05;
    private const int Streams = 1_000;
    private const int Windows = 200;

    // Of so many streams at a true rate of Alpha, more than this many exceed it once in ten thousand times.
    private static readonly int MostRejections = (int)(Streams * (Alpha + (3.7 * Math.Sqrt(Alpha * (1 - Alpha) / Streams))));

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.1)]
    public void RateEvidence_RateExactlyAtTheLimit_RejectsWithinItsBudget(double limit) => WithinBudget(random =>
    {
        var evidence = new RateEvidence(limit, Windows);
        for (var window = 0; window < Windows; window++)
        {
            evidence.Update(Binomials.Draw(random, 60, limit), 60);
        }

        return evidence.PeakLogEvidence;
    });

    [Fact]
    public void ShareEvidence_DriftingRateAndGrowingShare_RejectsWithinItsBudget() => WithinBudget(random =>
    {
        var evidence = new ShareEvidence(1, Windows);
        for (var window = 0; window < Windows; window++)
        {
            var (challenger, rate) = (5 + (window / 50 * 15), 0.002 + (0.02 * window / Windows));
            evidence.Update(Binomials.Draw(random, challenger, rate), challenger, Binomials.Draw(random, 100 - challenger, rate), 100 - challenger);
        }

        return evidence.PeakLogEvidence;
    });

    [Fact]
    public void BettingEvidence_BurstsAtTheLimit_RejectsWithinItsBudget() => WithinBudget(random =>
    {
        var evidence = new BettingEvidence(Windows);
        for (var window = 0; window < Windows; window++)
        {
            evidence.Update(random.NextDouble() < 0.1 ? 6 : 0, 60, 0.01);
        }

        return evidence.PeakLogEvidence;
    });

    [Fact]
    public void SplitEvidence_RequestsRoutedAsSet_RejectsWithinItsBudget() => WithinBudget(random =>
    {
        var evidence = new SplitEvidence(Windows);
        for (var window = 0; window < Windows; window++)
        {
            evidence.Update(Binomials.Draw(random, 100, 0.013), 100, 0.013);
        }

        return evidence.PeakLogEvidence;
    });

    [Theory]
    [InlineData(0.01, 0.05, 100, 200)]
    [InlineData(0.002, 0.01, 100, 900)]
    [InlineData(0.01, 0.02, 100, 1_700)]
    [InlineData(0.01, 0.2, 1, 15)]
    [InlineData(0.01, 0.5, 1, 4)]
    [InlineData(0.01, 1, 1, 2)]
    public void RateEvidence_StepAtTheStart_IsSeenAfterAboutSoManyRequests(double limit, double rate, int requestsPerLook, double expected)
    {
        var median = Median(random =>
        {
            var evidence = new RateEvidence(limit, 1_440);
            var looks = 0;
            for (; evidence.LogEvidence < Math.Log(100); looks++)
            {
                evidence.Update(rate < 1 ? Binomials.Draw(random, requestsPerLook, rate) : requestsPerLook, requestsPerLook);
            }

            return looks * requestsPerLook;
        });

        // A look is the finest that can be told apart.
        Assert.InRange(median, Math.Min(0.75 * expected, expected - requestsPerLook), Math.Max(1.25 * expected, expected + requestsPerLook));
    }

    [Theory]
    [InlineData(0.001, 0.01, 600)]
    [InlineData(0.001, 0.003, 5_400)]
    public void ShareEvidence_StepAtTheStart_IsSeenAfterAboutSoManyRequests(double champion, double challenger, double expected)
    {
        var median = Median(random =>
        {
            var evidence = new ShareEvidence(1, 1_440);
            var looks = 0;
            for (; evidence.LogEvidence < Math.Log(100); looks++)
            {
                evidence.Update(Binomials.Draw(random, 100, challenger), 100, Binomials.Draw(random, 900, champion), 900);
            }

            return looks * 100;
        });

        Assert.InRange(median, 0.75 * expected, 1.25 * expected);
    }

    private static double Median(Func<Random, double> requests)
    {
        var all = Enumerable.Range(0, 501).Select(seed => requests(new Random(seed))).Order().ToList();
        return all[all.Count / 2];
    }

    private static void WithinBudget(Func<Random, double> peak)
    {
        var rejections = Enumerable.Range(0, Streams).Count(seed => peak(new Random(seed)) >= Math.Log(1 / Alpha));

        Assert.InRange(rejections, 1, MostRejections);
    }
}
