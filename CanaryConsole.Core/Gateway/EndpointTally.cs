namespace CanaryConsole.Core.Gateway;

/// <summary>What goes on at the gateway of one endpoint beside its variants' counts. Safe for any number of threads.</summary>
internal sealed class EndpointTally
{
    private long _inFlight;
    private long _refused;
    private long _assigned;
    private long _unattributed;

    public long InFlight => Interlocked.Read(ref _inFlight);

    /// <summary>Turned away by the gateway itself since the start: too many, too much, too large, too late, not as the API allows.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Sent to a variant by the caller's unit since the start.</summary>
    public long Assigned => Interlocked.Read(ref _assigned);

    /// <summary>Failed since the start in a way that does not tell which variant it was.</summary>
    public long Unattributed => Interlocked.Read(ref _unattributed);

    public void Enter() => Interlocked.Increment(ref _inFlight);

    public void Leave() => Interlocked.Decrement(ref _inFlight);

    public void Refuse() => Interlocked.Increment(ref _refused);

    public void Assign() => Interlocked.Increment(ref _assigned);

    public void FailUnattributed() => Interlocked.Increment(ref _unattributed);
}
