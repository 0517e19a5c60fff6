namespace CanaryConsole.Core.Statistics;

/// <summary>
/// Evidence that the challenger is slower than the champion: how many requests of each arm were slower than the champion's p50, p90 and p99, as these were
/// before the challenger had traffic. Each is a <see cref="ShareEvidence"/>, so a load that slows both arms says nothing; the evidence is the mean of the
/// three, which is an e-process as they are. Copying it forks the process. No allocation per update.
/// </summary>
public struct QuantileEvidence
{
    /// <summary>How many thresholds there are: the champion's p50, p90 and p99.</summary>
    public const int Thresholds = 3;

    private ShareEvidence _half;
    private ShareEvidence _tenth;
    private ShareEvidence _hundredth;

    /// <inheritdoc cref="ShareEvidence(double, int)"/>
    public QuantileEvidence(double margin, int plannedWindows) =>
        _half = _tenth = _hundredth = new ShareEvidence(margin, plannedWindows);

    /// <inheritdoc cref="RestartMixture.LogEvidence"/>
    public double LogEvidence { get; private set; }

    /// <inheritdoc cref="RestartMixture.PeakLogEvidence"/>
    public double PeakLogEvidence { get; private set; }

    /// <summary>One window; one in which an arm has no requests says nothing and is skipped. Nothing changes when it is refused.</summary>
    /// <param name="challengerSlow">The challenger's requests slower than the champion's p50, p90 and p99: three counts, none above the one before.</param>
    /// <param name="championSlow">The champion's, alike.</param>
    /// <exception cref="ArgumentException">There are not three counts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or above the one before it or the requests.</exception>
    public void Update(ReadOnlySpan<long> challengerSlow, long challengerRequests, ReadOnlySpan<long> championSlow, long championRequests)
    {
        Check(challengerSlow, challengerRequests);
        Check(championSlow, championRequests);
        _half.Update(challengerSlow[0], challengerRequests, championSlow[0], championRequests);
        _tenth.Update(challengerSlow[1], challengerRequests, championSlow[1], championRequests);
        _hundredth.Update(challengerSlow[2], challengerRequests, championSlow[2], championRequests);
        LogEvidence = LogSum.Mean([_half.LogEvidence, _tenth.LogEvidence, _hundredth.LogEvidence]);
        PeakLogEvidence = Math.Max(PeakLogEvidence, LogEvidence);
    }

    private static void Check(ReadOnlySpan<long> slow, long requests)
    {
        if (slow.Length != Thresholds)
        {
            throw new ArgumentException($"There are {slow.Length} counts for {Thresholds} thresholds.", nameof(slow));
        }

        var most = requests;
        foreach (var one in slow)
        {
            Counts.Check(one, most);
            most = one;
        }
    }
}
