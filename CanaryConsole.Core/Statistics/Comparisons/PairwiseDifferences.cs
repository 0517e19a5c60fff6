namespace CanaryConsole.Core.Statistics;

/// <summary>All differences of a value of one sample and a value of another, in order, without writing them down: there may be millions of millions.</summary>
internal static class PairwiseDifferences
{
    /// <summary>The difference of the given rank, found by bisection over the doubles there are, each time counting the differences up to one.</summary>
    /// <param name="first">Ascending, not empty.</param>
    /// <param name="second">Ascending, not empty; subtracted.</param>
    /// <param name="rank">1 to the product of the sizes.</param>
    public static double Ranked(ReadOnlySpan<double> first, ReadOnlySpan<double> second, long rank)
    {
        var low = Order(first[0] - second[^1]);
        var high = Order(first[^1] - second[0]);
        while (low < high)
        {
            var middle = low + (long)((ulong)(high - low) / 2);
            if (UpTo(first, second, Value(middle)) >= rank)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return Value(low);
    }

    public static double Median(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var count = (long)first.Length * second.Length;
        var upper = Ranked(first, second, (count / 2) + 1);
        return count % 2 == 1 ? upper : (Ranked(first, second, count / 2) + upper) / 2;
    }

    private static long UpTo(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double limit)
    {
        long count = 0;
        var j = 0;
        foreach (var value in first)
        {
            while (j < second.Length && value - second[j] > limit)
            {
                j++;
            }

            count += second.Length - j;
        }

        return count;
    }

    /// <summary>Whole numbers in the order of the doubles; those of both zeros are one apart.</summary>
    private static long Order(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        return bits < 0 ? long.MinValue - bits - 1 : bits;
    }

    private static double Value(long order) => BitConverter.Int64BitsToDouble(order < 0 ? long.MinValue - order - 1 : order);
}
