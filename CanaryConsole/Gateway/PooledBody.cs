using System.Buffers;
using CanaryConsole.Core.Gateway;

namespace CanaryConsole.Gateway;

/// <summary>A request's body in rented memory, taken from the gateway's budget before it is read: the whole of it, because a signature covers it.</summary>
internal sealed class PooledBody : IDisposable
{
    private const int FirstPart = 16 * 1024;

    private byte[] _bytes = [];
    private int _length;

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    /// <summary>Null when it has been read; otherwise why not.</summary>
    public async ValueTask<RuntimeRefusal?> ReadAsync(HttpRequest request, GatewayPass pass)
    {
        if (request.ContentLength > GatewayOptions.LargestBody)
        {
            return RuntimeRefusal.TooLarge;
        }

        if (!TryGrow((int)(request.ContentLength ?? FirstPart), pass))
        {
            return RuntimeRefusal.Full;
        }

        try
        {
            while (true)
            {
                if (_length == _bytes.Length && request.ContentLength is null && _length <= GatewayOptions.LargestBody && !TryGrow(Math.Min(_length, GatewayOptions.LargestBody + 1 - _length), pass))
                {
                    return RuntimeRefusal.Full;
                }

                var read = _length < _bytes.Length ? await request.Body.ReadAsync(_bytes.AsMemory(_length), request.HttpContext.RequestAborted) : 0;
                _length += read;
                if (_length > GatewayOptions.LargestBody)
                {
                    return RuntimeRefusal.TooLarge;
                }

                if (read == 0 || _length == request.ContentLength)
                {
                    return null;
                }
            }
        }
        catch (BadHttpRequestException bad) when (bad.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return RuntimeRefusal.TooLarge;
        }
    }

    /// <summary>Leaves the memory to the garbage collector: somebody may still be reading from it.</summary>
    public void Abandon() => _bytes = [];

    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }
    }

    private bool TryGrow(int by, GatewayPass pass)
    {
        if (by == 0)
        {
            return true;
        }

        if (!pass.TryTake(by))
        {
            return false;
        }

        var larger = ArrayPool<byte>.Shared.Rent(_length + by);
        Bytes.Span.CopyTo(larger);
        Dispose();
        _bytes = larger;
        return true;
    }
}
