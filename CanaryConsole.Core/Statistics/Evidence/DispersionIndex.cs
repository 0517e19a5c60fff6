namespace CanaryConsole.Core.Statistics;

/// <summary>
/// How much the bad requests of one arm cluster in windows: variance over mean of their number, 1 when they come independently of each other. From
/// <see cref="Limit"/> on the tests that take requests as independent are not to be trusted with this arm, and <see cref="BettingEvidence"/> or
/// <see cref="SignEvidence"/> take their place. Windows of different size count by their requests: the mean of (K - n p)²/(n p) over all windows but one. The
/// choice is to be made from the champion before the challenger's first request: made later it would look at the evidence it chooses. A value. No allocation.
/// </summary>
public struct DispersionIndex
{
    /// <summary>From here on bad requests cluster.</summary>
    public const double Limit = 1.5;

    private double _bad;
    private double _requests;
    private double _badSquaredPerRequest;

    /// <summary>Windows with requests so far.</summary>
    public int Windows { get; private set; }

    /// <summary>The index; null with fewer than two windows or no bad request, when there is nothing to tell it from.</summary>
    public readonly double? Value => Windows >= 2 && _bad > 0 ? Math.Max(0, (_badSquaredPerRequest * (_requests / _bad)) - _bad) / (Windows - 1) : null;

    /// <summary>True when the index is known and at least <see cref="Limit"/>.</summary>
    public readonly bool IsClustered => Value >= Limit;

    /// <summary>One window; one without requests changes nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more are bad than there are.</exception>
    public void Update(long bad, long requests)
    {
        Counts.Check(bad, requests);
        if (requests == 0)
        {
            return;
        }

        Windows++;
        _bad += bad;
        _requests += requests;
        _badSquaredPerRequest += (double)bad * bad / requests;
    }
}
