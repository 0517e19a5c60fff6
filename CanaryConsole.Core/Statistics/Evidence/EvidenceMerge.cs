namespace CanaryConsole.Core.Statistics;

/// <summary>One evidence of several e-processes about the same null, as ln M; each is at 0 before its first window.</summary>
public static class EvidenceMerge
{
    /// <summary>
    /// ln of the mean of the M's: an e-process again when all of them are told of in one order, each window when it ends. With one source that publishes
    /// later than another, use <see cref="Strongest"/>: then the quicker one already knows what the slower will say, and the mean is no longer one.
    /// </summary>
    /// <param name="logEvidence">At least one; none NaN or positive infinity.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static double Mean(ReadOnlySpan<double> logEvidence)
    {
        RefuseNone(logEvidence);
        return LogSum.Mean(logEvidence);
    }

    /// <summary>
    /// ln of the greatest M over their number: reaches ln(1/alpha) only when one of the e-processes reaches its equal part of alpha, so the bound holds whatever
    /// they have in common and whenever each is published (the union bound). Below the mean by ln of their number at most.
    /// </summary>
    /// <param name="logEvidence">At least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static double Strongest(ReadOnlySpan<double> logEvidence)
    {
        RefuseNone(logEvidence);
        var greatest = double.NegativeInfinity;
        foreach (var one in logEvidence)
        {
            greatest = Math.Max(greatest, one);
        }

        return greatest - Math.Log(logEvidence.Length);
    }

    private static void RefuseNone(ReadOnlySpan<double> logEvidence)
    {
        if (logEvidence.IsEmpty)
        {
            throw new ArgumentException("There is no evidence to merge.", nameof(logEvidence));
        }
    }
}
