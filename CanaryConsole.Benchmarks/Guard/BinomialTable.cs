namespace CanaryConsole.Benchmarks.Guard;

/// <summary>Binomial counts drawn by inverting the whole distribution: exact to the last digit of a double, for a number of requests and a rate.</summary>
internal sealed class BinomialTable
{
    // Below what a draw of 53 bits could tell from nothing.
    private const double Negligible = 1e-19;

    private readonly int _least;
    private readonly double[] _atMost;

    public BinomialTable(int requests, double rate)
    {
        Requests = requests;
        var mode = (int)((requests + 1) * rate);
        var odds = rate / (1 - rate);
        var below = Terms(mode, k => k / (odds * (requests - k + 1.0)), k => k > 0, -1);
        var above = Terms(mode, k => odds * (requests - k) / (k + 1.0), k => k < requests, 1);
        _least = mode - below.Count;
        below.Reverse();
        double[] terms = [.. below, 1, .. above];
        var all = terms.Sum();
        var sum = 0.0;
        _atMost = [.. terms.Select(term => (sum += term) / all)];
        _atMost[^1] = 1;
    }

    public int Requests { get; }

    public int Draw(ref SplitMix random)
    {
        var at = random.NextDouble();
        var (low, high) = (0, _atMost.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = at < _atMost[middle] ? (low, middle) : (middle + 1, high);
        }

        return _least + low;
    }

    private static List<double> Terms(int mode, Func<int, double> ratio, Func<int, bool> hasNext, int step)
    {
        var terms = new List<double>();
        var term = 1.0;
        for (var k = mode; hasNext(k) && (term *= ratio(k)) > Negligible; k += step)
        {
            terms.Add(term);
        }

        return terms;
    }
}
