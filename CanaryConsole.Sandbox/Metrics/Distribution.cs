using CanaryConsole.Sandbox.Metrics.Packing;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>Count, sum and bounds of values, exact, and how they are spread over <see cref="Bucket"/>s.</summary>
internal sealed class Distribution : IPackedCell<Distribution>
{
    private int _first;
    private int _used;
    private long[] _counts = [];

    public long Count { get; private set; }

    public double Sum { get; private set; }

    public double Minimum { get; private set; } = double.PositiveInfinity;

    public double Maximum { get; private set; } = double.NegativeInfinity;

    /// <summary>False while some of the values are known by their count, sum and bounds only: then nothing is known of ranks.</summary>
    public bool IsRanked { get; private set; } = true;

    public static Distribution Empty() => new();

    public static Distribution Unpack(ReadOnlySpan<byte> packed)
    {
        var distribution = new Distribution();
        PackedDistribution.ReadAlone(packed, isRanked: true, distribution);
        return distribution;
    }

    public byte[] Pack() => PackedDistribution.WriteAlone(this);

    public void Add(double value, long count = 1)
    {
        if (count > 0)
        {
            Add(value, Bucket.Of(value), count);
        }
    }

    /// <summary>Adds a value whose bucket is known already: it costs a logarithm, and one value goes into several distributions.</summary>
    public void Add(double value, int bucket, long count)
    {
        AddScalars(count, value * count, value, value);
        AddRanks(bucket, count);
    }

    /// <summary>Adds values of which nothing else is known.</summary>
    public void AddSet(long count, double sum, double minimum, double maximum)
    {
        if (minimum == maximum)
        {
            Add(minimum, count);
        }
        else if (count > 0)
        {
            AddScalars(count, sum, minimum, maximum);
            IsRanked = false;
        }
    }

    /// <summary>The part of the values that is exact; their buckets follow by <see cref="AddRanks"/>, or are not asked for.</summary>
    public void AddScalars(long count, double sum, double minimum, double maximum)
    {
        Count += count;
        Sum += sum;
        Minimum = Math.Min(Minimum, minimum);
        Maximum = Math.Max(Maximum, maximum);
    }

    public void AddRanks(int bucket, long count)
    {
        Reserve(bucket, bucket);
        _counts[bucket - _first] += count;
    }

    /// <summary>Adds values that lie somewhere from one bucket to another: evenly, as nothing else is known.</summary>
    public void SpreadRanks(int from, int to, long count)
    {
        if (count <= 0)
        {
            return;
        }

        Reserve(from, to);
        var buckets = to - from + 1;
        var (each, rest, error) = (count / buckets, count % buckets, (long)buckets / 2);
        for (var i = from - _first; i <= to - _first; i++)
        {
            error += rest;
            var extra = error >= buckets ? 1 : 0;
            error -= extra * buckets;
            _counts[i] += each + extra;
        }
    }

    public void Merge(Distribution other)
    {
        if (other.Count == 0)
        {
            return;
        }

        AddScalars(other.Count, other.Sum, other.Minimum, other.Maximum);
        IsRanked &= other.IsRanked;
        if (other._used > 0)
        {
            Reserve(other._first, other._first + other._used - 1);
            for (var i = 0; i < other._used; i++)
            {
                _counts[other._first - _first + i] += other._counts[i];
            }
        }
    }

    public void ForgetRanks() => IsRanked = false;

    /// <summary>Empty again, without giving its memory back.</summary>
    public void Clear()
    {
        Array.Clear(_counts, 0, _used);
        (_used, Count, Sum, Minimum, Maximum, IsRanked) = (0, 0, 0, double.PositiveInfinity, double.NegativeInfinity, true);
    }

    /// <summary>The value at a rank from 1 to <see cref="Count"/>.</summary>
    public double ValueAt(long rank)
    {
        if (rank >= Count)
        {
            return Maximum;
        }

        return rank <= 1 ? Minimum : Math.Clamp(Bucket.Middle(BucketAt(rank)), Minimum, Maximum);
    }

    public int BucketAt(long rank)
    {
        var seen = 0L;
        for (var i = 0; i < _used; i++)
        {
            seen += _counts[i];
            if (seen >= rank)
            {
                return _first + i;
            }
        }

        return _first + _used - 1;
    }

    /// <summary>The buckets that hold something, in ascending order of their value.</summary>
    public IEnumerable<(double Value, long Count)> Ascending()
    {
        for (var i = 0; i < _used; i++)
        {
            if (_counts[i] > 0)
            {
                yield return (Math.Clamp(Bucket.Middle(_first + i), Minimum, Maximum), _counts[i]);
            }
        }
    }

    private void Reserve(int from, int to)
    {
        if (_used == 0)
        {
            (_first, _used) = (from, to - from + 1);
            if (_counts.Length < _used)
            {
                _counts = new long[_used + 8];
            }
        }
        else if (from < _first || to >= _first + _used)
        {
            Widen(Math.Min(from, _first), Math.Max(to, _first + _used - 1));
        }
    }

    private void Widen(int from, int to)
    {
        var used = to - from + 1;
        if (from == _first && used <= _counts.Length)
        {
            _used = used;
            return;
        }

        // What grows grows on: the next value just outside must not cost a copy again.
        var wider = new long[used <= _counts.Length ? _counts.Length : used + (used / 4) + 8];
        Array.Copy(_counts, 0, wider, _first - from, _used);
        (_first, _used, _counts) = (from, used, wider);
    }
}
