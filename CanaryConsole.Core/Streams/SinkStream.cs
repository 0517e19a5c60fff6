namespace CanaryConsole.Core.Streams;

/// <summary>Written from the first byte to the last, asynchronously only; a sink says how in <see cref="WriteAsync(ReadOnlyMemory{byte}, CancellationToken)"/>.</summary>
public abstract class SinkStream : OneWayStream
{
    public sealed override bool CanRead => false;

    public sealed override bool CanWrite => true;

    public abstract override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default);

    public sealed override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public sealed override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
