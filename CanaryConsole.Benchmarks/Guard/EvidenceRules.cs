using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Benchmarks.Guard;

/// <summary>This project's guards, with the whole budget of 1 % on one of them, as the published rules have it.</summary>
internal static class EvidenceRules
{
    private static readonly double Conclusive = Math.Log(100);

    public static NamedRule Rate(double limit, int windows) => new($"(i) iid restart, p0={limit * 100:0.#} %", () => new RateRule(limit, windows));

    public static NamedRule RobustRate(double limit, int windows) => new($"(i) robust betting, p0={limit * 100:0.#} %", () => new RobustRateRule(limit, windows));

    public static NamedRule Share(int windows) => new("(ii) iid restart", () => new ShareRule(windows));

    public static NamedRule RobustShare(int windows) => new("(ii) robust betting", () => new RobustShareRule(windows));

    public static NamedRule Sign(int windows) => new("(ii) sign, equal baseline", () => new SignRule(windows));

    /// <summary>The sign against the champion itself, nine times as large and thinned.</summary>
    public static NamedRule ThinnedSign(int windows) => new("(ii) sign, thinned champion", () => new ThinnedSignRule(windows));

    public static NamedRule Slow(double percentile, int windows) => new("(iii) TC counts, restart", () => new RateRule(1 - percentile, windows));

    public static NamedRule SlowBits(double percentile, int windows) => new("(iii') p99 bits only", () => new BitRule(percentile, windows));

    public static NamedRule RobustSlow(double percentile, int windows) => new("(iii) robust fraction", () => new RobustRateRule(1 - percentile, windows));

    private sealed class RateRule(double limit, int windows) : IRule
    {
        private RateEvidence _evidence = new(limit, windows);

        public bool Look(in TrafficWindow window)
        {
            _evidence.Update(window.ChallengerBad, window.Challenger);
            return _evidence.LogEvidence >= Conclusive;
        }
    }

    private sealed class RobustRateRule(double limit, int windows) : IRule
    {
        private BettingEvidence _evidence = new(windows);

        public bool Look(in TrafficWindow window)
        {
            _evidence.Update(window.ChallengerBad, window.Challenger, limit);
            return _evidence.LogEvidence >= Conclusive;
        }
    }

    private sealed class ShareRule(int windows) : IRule
    {
        private ShareEvidence _evidence = new(1, windows);

        public bool Look(in TrafficWindow window)
        {
            _evidence.Update(window.ChallengerBad, window.Challenger, window.ChampionBad, window.Champion);
            return _evidence.LogEvidence >= Conclusive;
        }
    }

    private sealed class RobustShareRule(int windows) : IRule
    {
        private BettingEvidence _evidence = new(windows);

        public bool Look(in TrafficWindow window)
        {
            _evidence.Update(window.ChallengerBad, window.Challenger, window.ChampionBad, window.Champion);
            return _evidence.LogEvidence >= Conclusive;
        }
    }

    private sealed class SignRule(int windows) : IRule
    {
        private SignEvidence _evidence = new(windows);

        public bool Look(in TrafficWindow window)
        {
            _evidence.Update(window.ChallengerBad, window.Challenger, window.BaselineBad, window.Challenger);
            return _evidence.LogEvidence >= Conclusive;
        }
    }

    private sealed class ThinnedSignRule(int windows) : IRule
    {
        private SignEvidence _evidence = new(windows);

        public bool Look(in TrafficWindow window)
        {
            _evidence.Update(window.ChallengerBad, window.Challenger, window.ChampionBad, window.Champion);
            return _evidence.LogEvidence >= Conclusive;
        }
    }

    private sealed class BitRule(double percentile, int windows) : IRule
    {
        private PercentileBitEvidence _evidence = new(percentile, windows);

        public bool Look(in TrafficWindow window)
        {
            _evidence.Update(window.ChallengerBad >= PercentileBitEvidence.SlowNeeded(percentile, window.Challenger), window.Challenger);
            return _evidence.LogEvidence >= Conclusive;
        }
    }
}
