namespace CanaryConsole.Benchmarks.Gateway;

/// <summary>The most memory that the garbage collector held, looked at ten times a second.</summary>
internal sealed class MemoryGauge : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    private readonly ManualResetEventSlim _stopped = new();
    private readonly Thread _thread;
    private long _highest;

    public MemoryGauge()
    {
        _thread = new Thread(Watch) { IsBackground = true, Name = "memory gauge" };
        _thread.Start();
    }

    /// <summary>Ends the watch and answers in megabytes.</summary>
    public double Stop()
    {
        _stopped.Set();
        _thread.Join();
        return _highest / 1e6;
    }

    public void Dispose()
    {
        Stop();
        _stopped.Dispose();
    }

    private void Watch()
    {
        do
        {
            _highest = Math.Max(_highest, GC.GetTotalMemory(forceFullCollection: false));
        }
        while (!_stopped.Wait(Rest));
    }
}
