namespace CanaryConsole.Benchmarks.Cloud;

/// <summary>An endpoint in service whose weights change at once. Written by requests, read by requests: every member is guarded or immutable.</summary>
internal sealed class FakeEndpoint(string name, DateTimeOffset since)
{
    public const string Champion = "champion";
    public const string Challenger = "challenger";

    private readonly Lock _gate = new();
    private (double Champion, double Challenger, DateTimeOffset Modified) _weights = (0.95, 0.05, since);
    private DateTimeOffset _failingSince = DateTimeOffset.MaxValue;
    private long? _proofSent;
    private long? _weightsAsked;

    public string Name { get; } = name;

    public (double Champion, double Challenger, DateTimeOffset Modified) Weights
    {
        get
        {
            lock (_gate)
            {
                return _weights;
            }
        }
    }

    /// <summary>The challenger's requests fail in windows from here on.</summary>
    public DateTimeOffset FailingSince
    {
        get
        {
            lock (_gate)
            {
                return _failingSince;
            }
        }
    }

    /// <summary>Time stamps of the first response that shows the failures, once sent, and of the request that takes the traffic back.</summary>
    public (long? ProofSent, long? WeightsAsked) Stamps
    {
        get
        {
            lock (_gate)
            {
                return (_proofSent, _weightsAsked);
            }
        }
    }

    public void Fail(DateTimeOffset from)
    {
        lock (_gate)
        {
            (_failingSince, _proofSent, _weightsAsked) = (from, null, null);
        }
    }

    public void Recover(DateTimeOffset at)
    {
        lock (_gate)
        {
            _failingSince = DateTimeOffset.MaxValue;
            _weights = (0.95, 0.05, at);
        }
    }

    public void ProofSent(long stamp)
    {
        lock (_gate)
        {
            _proofSent ??= stamp;
        }
    }

    public void SetWeights(double champion, double challenger, DateTimeOffset at, long stamp)
    {
        lock (_gate)
        {
            _weights = (champion, challenger, at);
            _weightsAsked ??= stamp;
        }
    }
}
