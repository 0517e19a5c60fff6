namespace CanaryConsole.Sandbox.Metrics.Packing;

/// <summary>A distribution as bytes: its scalars exact, and the buckets of the values at the ranks of <see cref="RankGrid"/>. Between two of them the values are taken to be spread evenly.</summary>
internal static class PackedDistribution
{
    private const int ShiftBits = 3;
    private const int FormMask = 3;
    private const int UnrankedFlag = 4;

    public static byte[] WriteAlone(Distribution values)
    {
        var to = new PackedWriter();
        var form = PackedScalars.FormOf(values);
        to.Byte((byte)(form | (values.IsRanked ? 0 : UnrankedFlag)));
        to.Varint((ulong)values.Count);
        if (values.Count > 0)
        {
            PackedScalars.Write(to, values, form);
            if (values.IsRanked)
            {
                WriteRanks(to, values);
            }
        }

        return to.ToArray();
    }

    public static void ReadAlone(ReadOnlySpan<byte> packed, bool isRanked, Distribution to)
    {
        var from = new PackedReader(packed);
        var head = from.Byte();
        var count = (long)from.Varint();
        if (count == 0)
        {
            return;
        }

        var scalars = PackedScalars.Read(ref from, head & FormMask, count);
        scalars.AddTo(to);
        if ((head & UnrankedFlag) != 0)
        {
            to.ForgetRanks();
        }
        else if (isRanked)
        {
            ReadRanks(ref from, scalars, to);
        }
    }

    public static void WriteRanks(PackedWriter to, Distribution values)
    {
        if (values.Minimum == values.Maximum)
        {
            return;
        }

        Span<long> ranks = stackalloc long[RankGrid.Maximum];
        Span<uint> steps = stackalloc uint[RankGrid.Maximum];
        var used = RankGrid.Of(values.Count, ranks);
        var (last, total) = (Bucket.Of(values.Minimum), 0L);
        for (var i = 0; i < used; i++)
        {
            var bucket = Math.Max(last, values.BucketAt(ranks[i]));
            steps[i] = (uint)(bucket - last);
            total += steps[i];
            last = bucket;
        }

        if (used == 0)
        {
            return;
        }

        // Rice's code is shortest when 2^shift is about the mean step.
        var shift = Math.Min((1 << ShiftBits) - 1, (int)Math.Log2(1 + (total / used)));
        to.Bits((uint)shift, ShiftBits);
        foreach (var step in steps[..used])
        {
            to.Rice(step, shift);
        }
    }

    public static void ReadRanks(ref PackedReader from, in PackedScalars scalars, Distribution? to)
    {
        var last = Bucket.Of(scalars.Minimum);
        if (scalars.Minimum == scalars.Maximum)
        {
            to?.AddRanks(last, scalars.Count);
            return;
        }

        Span<long> ranks = stackalloc long[RankGrid.Maximum];
        var used = RankGrid.Of(scalars.Count, ranks);
        var lastRank = 1L;
        to?.AddRanks(last, 1);
        if (used > 0)
        {
            var shift = (int)from.Bits(ShiftBits);
            foreach (var rank in ranks[..used])
            {
                var bucket = last + (int)from.Rice(shift);
                to?.SpreadRanks(last, bucket, rank - lastRank - 1);
                to?.AddRanks(bucket, 1);
                (last, lastRank) = (bucket, rank);
            }
        }

        if (to is not null)
        {
            var largest = Math.Max(last, Bucket.Of(scalars.Maximum));
            to.SpreadRanks(last, largest, scalars.Count - lastRank - 1);
            to.AddRanks(largest, 1);
        }
    }

    /// <summary>The value at one rank alone, without unpacking the others.</summary>
    public static double ValueAt(ref PackedReader from, in PackedScalars scalars, long wanted)
    {
        if (wanted <= 1 || scalars.Minimum == scalars.Maximum)
        {
            return scalars.Minimum;
        }

        if (wanted >= scalars.Count)
        {
            return scalars.Maximum;
        }

        Span<long> ranks = stackalloc long[RankGrid.Maximum];
        var used = RankGrid.Of(scalars.Count, ranks);
        var (last, lastRank) = (Bucket.Of(scalars.Minimum), 1L);
        var shift = used > 0 ? (int)from.Bits(ShiftBits) : 0;
        foreach (var rank in ranks[..used])
        {
            var bucket = last + (int)from.Rice(shift);
            if (rank >= wanted)
            {
                return Between(scalars, last, bucket, lastRank, rank, wanted);
            }

            (last, lastRank) = (bucket, rank);
        }

        return Between(scalars, last, Math.Max(last, Bucket.Of(scalars.Maximum)), lastRank, scalars.Count, wanted);
    }

    private static double Between(in PackedScalars scalars, int from, int to, long fromRank, long toRank, long wanted)
    {
        var bucket = wanted == toRank ? to : from + (int)Math.Round((to - from) * ((wanted - fromRank) / (double)(toRank - fromRank)));
        return Math.Clamp(Bucket.Middle(bucket), scalars.Minimum, scalars.Maximum);
    }
}
