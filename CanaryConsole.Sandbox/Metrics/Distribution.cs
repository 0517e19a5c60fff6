namespace CanaryConsole.Sandbox.Metrics;

/// <summary>
/// Counts, sum, bounds and logarithmic buckets of non-negative values. A bucket is 2 % wide and answers with its middle, so a percentile is within 1 %.
/// </summary>
internal sealed class Distribution
{
    private const double Width = 1.02;
    private static readonly double LogWidth = Math.Log(Width);

    // Values below this share one bucket; it keeps the window short and is below anything measured (1 us, 1 %).
    private const double Smallest = 1e-3;

    private int _first;
    private int[] _counts = [];

    public long Count { get; private set; }

    public double Sum { get; private set; }

    public double Minimum { get; private set; } = double.PositiveInfinity;

    public double Maximum { get; private set; } = double.NegativeInfinity;

    public static int BucketOf(double value) => value < Smallest ? 0 : 1 + (int)Math.Floor(Math.Log(value / Smallest) / LogWidth);

    public void Add(double value, int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        if (count > 0)
        {
            Add(value, BucketOf(value), count);
        }
    }

    /// <summary>Adds a value whose bucket is known already: it costs a logarithm, and one value goes into several distributions.</summary>
    public void Add(double value, int bucket, int count)
    {
        Count += count;
        Sum += value * count;
        Minimum = Math.Min(Minimum, value);
        Maximum = Math.Max(Maximum, value);
        Bucket(bucket) += count;
    }

    public void Merge(Distribution other)
    {
        Count += other.Count;
        Sum += other.Sum;
        Minimum = Math.Min(Minimum, other.Minimum);
        Maximum = Math.Max(Maximum, other.Maximum);
        for (var i = 0; i < other._counts.Length; i++)
        {
            if (other._counts[i] > 0)
            {
                Bucket(other._first + i) += other._counts[i];
            }
        }
    }

    /// <summary>The buckets that hold something, in ascending order of their value.</summary>
    public IEnumerable<(double Value, long Count)> Ascending()
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] > 0)
            {
                yield return (Math.Clamp(MiddleOf(_first + i), Minimum, Maximum), _counts[i]);
            }
        }
    }

    private static double MiddleOf(int bucket) => bucket == 0 ? 0 : Smallest * Math.Pow(Width, bucket - 1) * 2 * Width / (1 + Width);

    private ref int Bucket(int bucket)
    {
        const int Slack = 8;
        if (_counts.Length == 0)
        {
            (_first, _counts) = (bucket, new int[1]);
        }
        else if (bucket < _first)
        {
            var first = Math.Max(0, bucket - Slack);
            var wider = new int[_counts.Length + _first - first];
            _counts.CopyTo(wider, _first - first);
            (_first, _counts) = (first, wider);
        }
        else if (bucket - _first >= _counts.Length)
        {
            Array.Resize(ref _counts, bucket - _first + 1 + Slack);
        }

        return ref _counts[bucket - _first];
    }
}
