namespace CanaryConsole.Benchmarks.Artifacts;

/// <summary>The most memory of this process that was in use beyond what there was at the start, looked at fifty times a second.</summary>
internal sealed class ResidentGauge : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(20);

    private readonly ManualResetEventSlim _stopped = new();
    private readonly Thread _thread;
    private readonly long _before = Environment.WorkingSet;
    private long _highest;

    public ResidentGauge()
    {
        _thread = new Thread(Watch) { IsBackground = true, Name = "resident gauge" };
        _thread.Start();
    }

    /// <summary>Ends the watch and answers in megabytes.</summary>
    public double Stop()
    {
        _stopped.Set();
        _thread.Join();
        return Math.Max(0, _highest - _before) / 1e6;
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
            _highest = Math.Max(_highest, Environment.WorkingSet);
        }
        while (!_stopped.Wait(Rest));
    }
}
