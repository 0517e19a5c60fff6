namespace CanaryConsole.Core.Statistics;

/// <summary>
/// Count, mean and variance of a stream of values, without keeping them (B. P. Welford, Technometrics 4:419, 1962; merged as by Chan, Golub and LeVeque). A
/// value: copying it forks the stream. Not thread-safe.
/// </summary>
public struct Moments
{
    private double _squares;

    public long Count { get; private set; }

    /// <summary>In the unit of the values; 0 while there are none.</summary>
    public double Mean { get; private set; }

    /// <summary>Unbiased, by n - 1; 0 below 2 values.</summary>
    public readonly double Variance => Count < 2 ? 0 : _squares / (Count - 1);

    /// <summary>The squared standard error of the mean.</summary>
    internal readonly double VarianceOfMean => Variance / Count;

    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite.</exception>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        var moments = default(Moments);
        foreach (var value in values)
        {
            moments.Add(value);
        }

        return moments;
    }

    /// <summary>Of what was summed up elsewhere.</summary>
    /// <param name="count">At least 0.</param>
    /// <param name="mean">Finite.</param>
    /// <param name="variance">Unbiased; finite, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds, or NaN.</exception>
    public static Moments From(long count, double mean, double variance)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Finite.Check(mean);
        Finite.CheckNotNegative(variance);
        return new Moments { Count = count, Mean = mean, _squares = count < 2 ? 0 : variance * (count - 1) };
    }

    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public void Add(double value)
    {
        Finite.Check(value);
        Count++;
        var distance = value - Mean;
        Mean += distance / Count;
        _squares += distance * (value - Mean);
    }

    /// <summary>Adds all that another stream has seen.</summary>
    public void Merge(Moments other)
    {
        if (other.Count == 0)
        {
            return;
        }

        var count = Count + other.Count;
        var distance = other.Mean - Mean;
        _squares += other._squares + (distance * distance * Count / count * other.Count);
        Mean += distance * other.Count / count;
        Count = count;
    }

    /// <exception cref="ArgumentException">There are fewer than 2 values.</exception>
    internal readonly void CheckSpread(string name)
    {
        if (Count < 2)
        {
            throw new ArgumentException($"{name} has {Count} values; a variance needs at least 2.", name);
        }
    }
}
