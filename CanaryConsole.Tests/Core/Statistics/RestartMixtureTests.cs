using System.Numerics;
using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics;

public class RestartMixtureTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(1)]
    public void RestartMixture_AnyWindows_IsTheFormulaInFractions(int plannedWindows)
    {
        var evidence = new RateEvidence(0.01, plannedWindows);
        var reference = new FractionMixture(plannedWindows);
        var random = new Random(1);

        for (var window = 1; window <= 20; window++)
        {
            var bad = random.Next(8) == 0 ? random.Next(6) : 0;
            evidence.Update(bad, 20);
            reference.Update(bad, 20);

            Assert.Equal(reference.LogEvidence, evidence.LogEvidence, 1e-12 * (1 + Math.Abs(reference.LogEvidence)));
        }
    }

    [Fact]
    public void RestartMixture_AllWeights_SumToOne()
    {
        var mixture = new RestartMixture(1, 100);

        for (var window = 1; window <= 1_000; window++)
        {
            // Whatever was staked is lost: what is left is what later windows may still stake.
            mixture.Update([double.NegativeInfinity]);
            var left = window <= 100 ? 0.05 + (0.45 * (100 - window) / 100) : 0.05 * 100 / window;

            Assert.Equal(left, Math.Exp(mixture.LogEvidence), 1e-12);
        }
    }

    [Fact]
    public void RestartMixture_BeyondTheRangeOfNumbersAndBack_IsTheFormulaInLogarithms()
    {
        const int Planned = 30;
        double[][] factors = [[300, -900], [300, -1], [390, 2], [-600, 650], [-700, double.NegativeInfinity], [-20, 5], [1, 1]];
        var mixture = new RestartMixture(2, Planned);
        double[] logR = [double.NegativeInfinity, double.NegativeInfinity];

        for (var window = 1; window <= factors.Length * 4; window++)
        {
            var given = factors[(window - 1) % factors.Length];
            mixture.Update(given);
            var weight = Math.Log((window == 1 ? 0.5 : 0) + (0.45 / Planned));
            for (var i = 0; i < logR.Length; i++)
            {
                logR[i] = Add(logR[i], weight) + given[i];
            }

            var unspent = Math.Log(0.05 + (0.45 * (Planned - window) / Planned));
            var expected = Add(Add(logR[0], logR[1]) - Math.Log(2), unspent);
            Assert.Equal(expected, mixture.LogEvidence, 1e-9 * (1 + Math.Abs(expected)));
        }

        static double Add(double a, double b) => Math.Max(a, b) is var most && double.IsNegativeInfinity(most) ? most : most + Math.Log(Math.Exp(a - most) + Math.Exp(b - most));
    }

    [Fact]
    public void RestartMixture_Forgetting_KeepsWhatWasNotSpent()
    {
        var mixture = new RestartMixture(1, 10);
        mixture.Update([800]);

        mixture.Forget();

        Assert.Equal(Math.Log(0.05 + (0.45 * 0.9)), mixture.LogEvidence, 1e-12);
        Assert.True(mixture.PeakLogEvidence > 700);
        mixture.Update([12]);
        Assert.Equal(Math.Log((0.045 * Math.Exp(12)) + 0.05 + (0.45 * 0.8)), mixture.LogEvidence, 1e-12);
    }

    [Fact]
    public void RestartMixture_RefusedWindow_LeavesItAsItWas()
    {
        var mixture = new RestartMixture(2, 100);
        mixture.Update([1, 2]);
        var before = mixture;

        Assert.Throws<ArgumentException>(() => mixture.Update([3, double.NaN]));
        Assert.Throws<ArgumentException>(() => mixture.Update([3, double.PositiveInfinity]));
        Assert.Throws<ArgumentException>(() => mixture.Update([3]));

        mixture.Update([1, 1]);
        before.Update([1, 1]);
        Assert.Equal(before.LogEvidence, mixture.LogEvidence);
    }

    [Fact]
    public void RestartMixture_NeverSetUp_IsRefused() => Assert.Throws<ArgumentException>(() => default(RestartMixture).Update([]));

    [Fact]
    public void RestartMixture_Copied_Forks()
    {
        var evidence = new RateEvidence(0.01, 100);
        evidence.Update(3, 100);
        var fork = evidence;

        fork.Update(50, 100);

        Assert.True(fork.LogEvidence > evidence.LogEvidence + 50);
        Assert.Equal(fork.PeakLogEvidence, fork.LogEvidence);
        evidence.Update(50, 100);
        Assert.Equal(fork.LogEvidence, evidence.LogEvidence);
    }

    [Fact]
    public void RestartMixture_Peak_GivesTheAlwaysValidP()
    {
        var mixture = new RestartMixture(1, 10);

        Assert.Equal(1, mixture.AlwaysValidP);
        mixture.Update([5]);
        var peak = mixture.LogEvidence;
        mixture.Update([-5]);

        Assert.Equal(peak, mixture.PeakLogEvidence);
        Assert.True(mixture.LogEvidence < peak);
        Assert.Equal(Math.Exp(-peak), mixture.AlwaysValidP, 1e-15);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(9, 10)]
    [InlineData(3, 0)]
    public void RestartMixture_SizesOutside_AreRefused(int alternatives, int plannedWindows) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RestartMixture(alternatives, plannedWindows));

    // The formula as it is written, in whole numbers: r = 1/100, and weights in parts of 20 H.
    private sealed class FractionMixture(int plannedWindows)
    {
        private static readonly (int Over, int Under)[] Ratios = [(3, 2), (2, 1), (3, 1), (5, 1), (10, 1), (30, 1), (100, 1)];

        private readonly Fraction[] _r = [.. Ratios.Select(_ => new Fraction(0, 1))];
        private Fraction _spent = new(0, 1);
        private int _windows;

        public double LogEvidence { get; private set; }

        public void Update(int bad, int requests)
        {
            _windows++;
            var weight = _windows <= plannedWindows
                ? new Fraction((_windows == 1 ? 10 * plannedWindows : 0) + 9, 20 * plannedWindows)
                : new Fraction(plannedWindows, (BigInteger)20 * _windows * (_windows - 1));
            _spent = _spent.Plus(weight);
            var total = new Fraction(0, 1);
            for (var i = 0; i < Ratios.Length; i++)
            {
                var (over, under) = Ratios[i];
                var factor = new Fraction(BigInteger.Pow(over, bad), BigInteger.Pow(under, bad))
                    .Times(new Fraction(BigInteger.Pow(100 * under, requests), BigInteger.Pow((100 * under) + over - under, requests)));
                _r[i] = _r[i].Plus(weight).Times(factor);
                total = total.Plus(_r[i]);
            }

            LogEvidence = total.Times(new Fraction(1, Ratios.Length)).Plus(new Fraction(1, 1)).Plus(new Fraction(-_spent.Over, _spent.Under)).Log();
        }
    }

    private readonly record struct Fraction(BigInteger Over, BigInteger Under)
    {
        public Fraction Plus(Fraction other) => Least((Over * other.Under) + (other.Over * Under), Under * other.Under);

        public Fraction Times(Fraction other) => Least(Over * other.Over, Under * other.Under);

        // Scaled to 1,000 bits first: the difference of two logarithms of millions of digits would have lost what is asked for.
        public double Log() => BigInteger.Log((Over << 1_000) / Under) - (1_000 * Math.Log(2));

        private static Fraction Least(BigInteger over, BigInteger under)
        {
            var common = BigInteger.GreatestCommonDivisor(over, under);
            return new(over / common, under / common);
        }
    }
}
