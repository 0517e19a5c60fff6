namespace CanaryConsole.Sandbox.Behaviours;

/// <summary>What is known of one variant's work: since when it serves, and how much is offered to it. Shared by all states of the variant.</summary>
internal sealed class Service
{
    // Long enough to see the load through the noise of arrivals, short enough that a surge is felt within seconds.
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(10);

    private DateTimeOffset? _firstServedAt;
    private DateTimeOffset _lastServedAt;
    private double _load;

    /// <summary>How long it has been serving; the first request begins it.</summary>
    public TimeSpan Age(DateTimeOffset at)
    {
        _firstServedAt ??= at;
        return at > _firstServedAt ? at - _firstServedAt.Value : TimeSpan.Zero;
    }

    /// <summary>Takes one request's work, and answers how many requests are being worked on at a time on average lately, were none kept waiting.</summary>
    public double Offer(DateTimeOffset at, TimeSpan work)
    {
        // Real requests and the users' come from two sources, a moment apart.
        if (at > _lastServedAt)
        {
            _load *= Math.Exp(-((at - _lastServedAt) / Memory));
            _lastServedAt = at;
        }

        _load += work / Memory;
        return _load;
    }
}
