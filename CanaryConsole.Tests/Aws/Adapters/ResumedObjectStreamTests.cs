using Amazon.S3.Model;
using CanaryConsole.Aws.Adapters;
using CanaryConsole.Core;

namespace CanaryConsole.Tests.Aws.Adapters;

public sealed class ResumedObjectStreamTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 1000).Select(number => (byte)number)];

    private readonly List<long> _asked = [];

    [Fact]
    public async Task Read_ConnectionBreaksOff_GoesOnWhereItWas()
    {
        // Each connection brings 300 bytes and then fails, or just ends.
        await using var stream = await OpenAsync(from => new Breaking(Content[(int)from..Math.Min(1000, (int)from + 300)], fails: from == 300));
        using var read = new MemoryStream();

        await stream.CopyToAsync(read);

        Assert.Equal(Content, read.ToArray());
        Assert.Equal([0, 300, 600, 900], _asked);
    }

    [Fact]
    public async Task Read_ConnectionThatNeverBringsAnything_IsTheStoresFault()
    {
        await using var stream = await OpenAsync(_ => new Breaking([], fails: true));

        var failure = await Assert.ThrowsAsync<CloudException>(async () => await stream.ReadExactlyAsync(new byte[10]));

        Assert.Equal(CloudFailure.Unavailable, failure.Failure);
        Assert.StartsWith("GetObject of s3://b/k broke off at byte 0 of 1000", failure.Message, StringComparison.Ordinal);
        Assert.Equal(6, _asked.Count);
    }

    [Fact]
    public async Task Read_Cancelled_AsksNoMore()
    {
        await using var stream = await OpenAsync(_ => new Breaking([], fails: true));
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<Exception>(async () => await stream.ReadExactlyAsync(new byte[10], stop.Token));

        Assert.Equal([0], _asked);
    }

    private async Task<ResumedObjectStream> OpenAsync(Func<long, Stream> content)
    {
        var stream = new ResumedObjectStream(
            Content.Length,
            (from, _) =>
            {
                _asked.Add(from);
                return Task.FromResult(new GetObjectResponse { ResponseStream = content(from) });
            },
            "s3://b/k");
        await stream.BeginAsync(CancellationToken.None);
        return stream;
    }

    private sealed class Breaking(byte[] content, bool fails) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await base.ReadAsync(buffer, cancellationToken);
            return count == 0 && fails ? throw new IOException("The connection was reset.") : count;
        }
    }
}
