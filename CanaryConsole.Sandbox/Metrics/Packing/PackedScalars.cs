namespace CanaryConsole.Sandbox.Metrics.Packing;

/// <summary>Count, sum and bounds of a distribution, exact. Most measured values have at most one decimal and take few bytes for it; the others are kept as they are.</summary>
internal readonly record struct PackedScalars(long Count, double Sum, double Minimum, double Maximum)
{
    private const int IsScaled = 1;
    private const int IsSpread = 2;
    private const double Scale = 10;

    // Beyond this a double no longer has a decimal.
    private const double LargestScaled = 1e14;

    /// <summary>Which of four forms the numbers take, in two bits.</summary>
    public static int FormOf(Distribution values) =>
        values.Count == 0
            ? 0
            : (values.Minimum == values.Maximum ? 0 : IsSpread) | (Fits(values.Sum) && Fits(values.Minimum) && Fits(values.Maximum) ? IsScaled : 0);

    public static void Write(PackedWriter to, Distribution values, int form)
    {
        switch (form)
        {
            case 0:
                to.Double(values.Minimum);
                break;
            case IsScaled:
                to.Signed(Scaled(values.Minimum));
                break;
            case IsSpread:
                to.Double(values.Minimum);
                to.Double(values.Maximum);
                to.Double(values.Sum);
                break;
            default:
                var minimum = Scaled(values.Minimum);
                to.Signed(minimum);
                to.Varint((ulong)(Scaled(values.Maximum) - minimum));
                to.Signed(Scaled(values.Sum) - (minimum * values.Count));
                break;
        }
    }

    public static PackedScalars Read(ref PackedReader from, int form, long count)
    {
        switch (form)
        {
            case 0:
                var constant = from.Double();
                return new PackedScalars(count, constant * count, constant, constant);
            case IsScaled:
                var scaled = from.Signed();
                return new PackedScalars(count, scaled * count / Scale, scaled / Scale, scaled / Scale);
            case IsSpread:
                var (smallest, largest, sum) = (from.Double(), from.Double(), from.Double());
                return new PackedScalars(count, sum, smallest, largest);
            default:
                var minimum = from.Signed();
                var maximum = minimum + (long)from.Varint();
                return new PackedScalars(count, (from.Signed() + (minimum * count)) / Scale, minimum / Scale, maximum / Scale);
        }
    }

    public void AddTo(Distribution values) => values.AddScalars(Count, Sum, Minimum, Maximum);

    private static bool Fits(double value)
    {
        var scaled = value * Scale;
        return Math.Abs(scaled) < LargestScaled && Math.Abs(scaled - Math.Round(scaled)) <= 1e-7 + (1e-12 * Math.Abs(scaled));
    }

    private static long Scaled(double value) => (long)Math.Round(value * Scale);
}
