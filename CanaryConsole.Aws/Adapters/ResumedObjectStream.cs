using Amazon.S3.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Streams;

namespace CanaryConsole.Aws.Adapters;

/// <summary>
/// The bytes of an object from the first to the last. A connection that breaks off, or says nothing for half a minute, is opened anew where it was;
/// after five of those in a row without a byte it is the store that does not answer.
/// </summary>
internal sealed class ResumedObjectStream(long length, Func<long, CancellationToken, Task<GetObjectResponse>> open, string name) : SourceStream
{
    private const int MostFailures = 5;

    private static readonly TimeSpan IdleLimit = TimeSpan.FromSeconds(30);

    private GetObjectResponse? _response;
    private long _position;
    private int _failures;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>Makes the first request, so that an object that may not be read is known before anything is.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken) => _response = await open(0, cancellationToken).ConfigureAwait(false);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_position < length)
        {
            try
            {
                if (await ReadOnceAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
                {
                    _position += count;
                    _failures = 0;
                    return count;
                }

                throw new IOException($"The connection ended at byte {_position} of {length}.");
            }
            catch (Exception broken) when (!cancellationToken.IsCancellationRequested && CloudFailures.Classify(broken) is CloudFailure.Unavailable)
            {
                HangUp();
                if (++_failures > MostFailures)
                {
                    throw new CloudException(CloudFailure.Unavailable, FormattableString.Invariant($"GetObject of {name} broke off at byte {_position} of {length}: {broken.Message}"), broken);
                }
            }
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            HangUp();
        }

        base.Dispose(disposing);
    }

    private async Task<int> ReadOnceAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // A connection is as slow as the wall's clock says, however fast the sandbox's runs.
        idle.CancelAfter(IdleLimit);
        _response ??= await open(_position, idle.Token).ConfigureAwait(false);
        return await _response.ResponseStream.ReadAsync(buffer, idle.Token).ConfigureAwait(false);
    }

    private void HangUp()
    {
        _response?.Dispose();
        _response = null;
    }
}
