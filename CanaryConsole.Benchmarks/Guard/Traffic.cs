namespace CanaryConsole.Benchmarks.Guard;

/// <summary>Which arms share a burst.</summary>
internal enum Bursts
{
    None,
    Common,
    OfEachArm,
}

/// <summary>The three arms' distributions in one window.</summary>
internal sealed record Arms(BinomialTable Challenger, BinomialTable Champion, BinomialTable Baseline)
{
    public static Arms Of(int challenger, double challengerRate, int champion, double championRate)
    {
        var baseline = new BinomialTable(challenger, championRate);
        return new(challengerRate == championRate ? baseline : new BinomialTable(challenger, challengerRate), new BinomialTable(champion, championRate), baseline);
    }
}

/// <summary>Traffic of a length, look by look. The same stream number brings the same traffic, whoever looks at it.</summary>
/// <param name="LookSeconds">The length of a window; a divisor of 60.</param>
/// <param name="At">The arms' distributions in a window.</param>
internal sealed record Traffic(int LookSeconds, int Looks, Func<int, Arms> At)
{
    private const double BurstChance = 0.01;

    /// <summary>What the arms are in a minute of burst.</summary>
    public Arms? Burst { get; init; }

    public Bursts Bursts { get; init; }

    public IEnumerable<TrafficWindow> Stream(int seed, int stream)
    {
        var random = new SplitMix(seed, stream);
        var (challenger, champion, baseline) = (false, false, false);
        for (var look = 0; look < Looks; look++)
        {
            if (Bursts != Bursts.None && look * LookSeconds % 60 == 0)
            {
                challenger = random.NextDouble() < BurstChance;
                (champion, baseline) = Bursts == Bursts.Common
                    ? (challenger, challenger)
                    : (random.NextDouble() < BurstChance, random.NextDouble() < BurstChance);
            }

            var arms = At(look);
            yield return new TrafficWindow(
                arms.Challenger.Requests,
                (challenger ? Burst! : arms).Challenger.Draw(ref random),
                arms.Champion.Requests,
                (champion ? Burst! : arms).Champion.Draw(ref random),
                (baseline ? Burst! : arms).Baseline.Draw(ref random));
        }
    }

    /// <summary>A challenger with so many requests a second beside a champion with nine times as many.</summary>
    public static Traffic Steady(int lookSeconds, int seconds, int rate, double challenger, double champion)
    {
        var arms = Arms.Of(rate * lookSeconds, challenger, 9 * rate * lookSeconds, champion);
        return new(lookSeconds, seconds / lookSeconds, _ => arms);
    }

    /// <summary>The same, with a challenger that becomes worse after a time.</summary>
    public static Traffic Step(int lookSeconds, int seconds, int rate, double before, double after, int stepAt)
    {
        var healthy = Arms.Of(rate * lookSeconds, before, 9 * rate * lookSeconds, before);
        var bad = Arms.Of(rate * lookSeconds, after, 9 * rate * lookSeconds, before);
        return new(lookSeconds, seconds / lookSeconds, look => look * lookSeconds < stepAt ? healthy : bad);
    }

    /// <summary>A hundredth of all minutes at 5 % bad requests, the others at 0.05 %.</summary>
    public static Traffic Bursting(int lookSeconds, int seconds, int rate, Bursts bursts) => Steady(lookSeconds, seconds, rate, 0.0005, 0.0005) with
    {
        Burst = Arms.Of(rate * lookSeconds, 0.05, 9 * rate * lookSeconds, 0.05),
        Bursts = bursts,
    };

    /// <summary>
    /// A day in four stages of six hours, the challenger at 5, 10, 25 and 50 %, while the rate of bad requests of both arms rises from 0.1 to 0.5 % and the
    /// requests follow the hours of the day, between half and one and a half times their mean.
    /// </summary>
    /// <param name="rate">Requests a second of both arms, in the mean.</param>
    public static Traffic Ramp(int rate)
    {
        const int Minutes = 1_440;
        double[] shares = [0.05, 0.1, 0.25, 0.5];
        var arms = Enumerable.Range(0, Minutes).Select(minute =>
        {
            var requests = rate * 60 * (1 + (0.5 * Math.Sin(2 * Math.PI * minute / Minutes)));
            var challenger = (int)Math.Round(requests * shares[minute * shares.Length / Minutes]);
            var bad = 0.001 + (0.004 * minute / (Minutes - 1));
            return Arms.Of(challenger, bad, (int)Math.Round(requests) - challenger, bad);
        }).ToList();
        return new(60, Minutes, minute => arms[minute]);
    }
}
