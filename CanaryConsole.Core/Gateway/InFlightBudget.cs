using Microsoft.Extensions.Options;

namespace CanaryConsole.Core.Gateway;

/// <summary>How many requests and how many bytes of bodies the gateway holds at a time, all endpoints together. Safe for any number of threads.</summary>
internal sealed class InFlightBudget(IOptions<GatewayOptions> options)
{
    private readonly int _mostRequests = options.Value.RequestsInFlight;
    private readonly long _mostBytes = options.Value.MegabytesInFlight * 1024L * 1024;
    private int _requests;
    private long _bytes;

    public int Requests => Volatile.Read(ref _requests);

    public long Bytes => Interlocked.Read(ref _bytes);

    public int MostRequests => _mostRequests;

    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _requests) <= _mostRequests)
        {
            return true;
        }

        Interlocked.Decrement(ref _requests);
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _requests);

    public bool TryTake(int bytes)
    {
        if (Interlocked.Add(ref _bytes, bytes) <= _mostBytes)
        {
            return true;
        }

        Interlocked.Add(ref _bytes, -bytes);
        return false;
    }

    public void GiveBack(int bytes) => Interlocked.Add(ref _bytes, -bytes);
}
