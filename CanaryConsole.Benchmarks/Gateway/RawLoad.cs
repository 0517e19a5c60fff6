using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CanaryConsole.Benchmarks.Gateway;

/// <summary>As many requests as are answered, on a few connections that each send the next once the last is answered: a client that costs next to nothing, so that the cores are the servers'.</summary>
internal sealed class RawLoad
{
    private const int Connections = 16;

    private readonly IPEndPoint _server;
    private readonly byte[] _request;

    public RawLoad(Uri address, int bodyBytes)
    {
        _server = new IPEndPoint(IPAddress.Loopback, address.Port);
        _request = [.. Encoding.ASCII.GetBytes($"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/octet-stream\r\nContent-Length: {bodyBytes}\r\n\r\n"), .. new byte[bodyBytes]];
    }

    /// <summary>Answered a second.</summary>
    public async Task<double> RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        var answered = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => AskAsync(started, duration, cancellationToken), cancellationToken)));
        return answered.Sum() / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    private async Task<int> AskAsync(long started, TimeSpan duration, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(_server, cancellationToken);
        var buffer = new byte[128 * 1024];
        var answered = 0;
        while (TimeProvider.System.GetElapsedTime(started) < duration)
        {
            for (var sent = 0; sent < _request.Length;)
            {
                sent += await socket.SendAsync(_request.AsMemory(sent), cancellationToken);
            }

            await ReceiveAsync(socket, buffer, cancellationToken);
            answered++;
        }

        return answered;
    }

    private static async Task ReceiveAsync(Socket socket, byte[] buffer, CancellationToken cancellationToken)
    {
        var (length, whole) = (0, int.MaxValue);
        while (length < whole)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            length += read > 0 ? read : throw new IOException("The server hung up.");
            whole = whole == int.MaxValue ? Whole(buffer.AsSpan(0, length)) : whole;
        }
    }

    /// <summary>Head and body of the answer in bytes; the greatest number while the head is not whole.</summary>
    private static int Whole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return int.MaxValue;
        }

        // A refusal would be quick for the wrong reason.
        if (!answer.StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException(Encoding.ASCII.GetString(answer[..Math.Min(answer.Length, 300)]));
        }

        var field = "\r\nContent-Length: "u8;
        var at = answer[..head].IndexOf(field);
        return at >= 0 && Utf8Parser.TryParse(answer[(at + field.Length)..], out int body, out _) ? head + 4 + body : throw new InvalidOperationException("The answer has no length.");
    }
}
