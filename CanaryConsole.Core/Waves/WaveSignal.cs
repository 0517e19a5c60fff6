using System.Threading.Channels;

namespace CanaryConsole.Core.Waves;

/// <summary>Asks for a look at the waves now. Never blocks.</summary>
internal sealed class WaveSignal
{
    private readonly Channel<bool> _waiting = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public ChannelReader<bool> Waiting => _waiting.Reader;

    public void Wake() => _waiting.Writer.TryWrite(true);
}
