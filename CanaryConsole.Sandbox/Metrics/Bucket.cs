namespace CanaryConsole.Sandbox.Metrics;

/// <summary>Logarithmic buckets for values of either sign. A bucket is 2 % wide and answers with its middle, so a value is known within 1 %.</summary>
internal static class Bucket
{
    private const double Width = 1.02;

    // Sizes below this share the bucket of zero.
    private const double Smallest = 1e-9;
    private static readonly double LogWidth = Math.Log(Width);
    private static readonly double LogSmallest = Math.Log(Smallest);

    public static int Of(double value)
    {
        var size = Math.Abs(value);
        if (size < Smallest)
        {
            return 0;
        }

        var bucket = 1 + (int)Math.Floor((Math.Log(size) - LogSmallest) / LogWidth);
        return value < 0 ? -bucket : bucket;
    }

    public static double Middle(int bucket) =>
        bucket == 0 ? 0 : Math.Sign(bucket) * Smallest * Math.Pow(Width, Math.Abs(bucket) - 1) * 2 * Width / (1 + Width);
}
