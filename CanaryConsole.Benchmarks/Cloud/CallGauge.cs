namespace CanaryConsole.Benchmarks.Cloud;

/// <summary>What one operation saw: calls, and the most of them at the same time. Safe for any number of threads.</summary>
internal sealed class CallGauge
{
    private readonly Lock _gate = new();
    private int _inFlight;

    public int Calls { get; private set; }

    public int MostInFlight { get; private set; }

    public void Enter()
    {
        lock (_gate)
        {
            Calls++;
            MostInFlight = Math.Max(MostInFlight, ++_inFlight);
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            _inFlight--;
        }
    }
}
