using System.Threading.Channels;

namespace CanaryConsole.Core.Monitoring;

/// <summary>Asks the monitor to look at an endpoint now rather than at its next tick. Never blocks; asks beyond 1,000 waiting ones are covered by the tick.</summary>
public sealed class MonitorNudge
{
    private readonly Channel<string> _waiting = Channel.CreateBounded<string>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    internal ChannelReader<string> Waiting => _waiting.Reader;

    public void Look(string endpoint) => _waiting.Writer.TryWrite(endpoint);
}
