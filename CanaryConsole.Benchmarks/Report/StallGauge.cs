namespace CanaryConsole.Benchmarks.Report;

/// <summary>How long a thread waits that asks for nothing but its turn: that much of a measured time is the machine's, busy elsewhere, or the garbage collector's.</summary>
internal sealed class StallGauge : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(2);

    private readonly ManualResetEventSlim _stopped = new();
    private readonly Thread _thread;
    private TimeSpan _longest;

    public StallGauge()
    {
        _thread = new Thread(Watch) { IsBackground = true, Name = "stall gauge" };
        _thread.Start();
    }

    /// <summary>Ends the watch and answers with the longest stall.</summary>
    public TimeSpan Stop()
    {
        _stopped.Set();
        _thread.Join();
        return _longest;
    }

    public void Dispose()
    {
        Stop();
        _stopped.Dispose();
    }

    private void Watch()
    {
        var before = TimeProvider.System.GetTimestamp();
        while (!_stopped.Wait(Rest))
        {
            var stall = TimeProvider.System.GetElapsedTime(before) - Rest;
            _longest = stall > _longest ? stall : _longest;
            before = TimeProvider.System.GetTimestamp();
        }
    }
}
