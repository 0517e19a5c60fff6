namespace CanaryConsole.Sandbox.S3;

/// <summary>Keeps bytes in memory, in pieces, so that a large object needs no large array and is never copied whole.</summary>
internal sealed class MemoryBlobStore(long maximum = MemoryBlobStore.DefaultMaximum) : IBlobStore
{
    public const long DefaultMaximum = 512L * 1024 * 1024;

    private const int SmallestPiece = 4 * 1024;
    private const int LargestPiece = 256 * 1024;

    private readonly StorageBudget _budget = new(maximum, "delete some, or start the sandbox with --data DIR to keep them on disk");

    public BlobWriter Create() => new Writer(_budget);

    private sealed class Writer(StorageBudget budget) : BlobWriter
    {
        private readonly List<byte[]> _pieces = [];
        private int _free;
        private long _length;
        private bool _isCompleted;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        {
            Write(bytes.Span);
            return ValueTask.CompletedTask;
        }

        public override void Write(ReadOnlySpan<byte> bytes)
        {
            while (!bytes.IsEmpty)
            {
                if (_free == 0)
                {
                    var size = _pieces.Count == 0 ? SmallestPiece : Math.Min(LargestPiece, _pieces[^1].Length * 2);
                    budget.Reserve(size);
                    _pieces.Add(new byte[size]);
                    _free = size;
                }

                var count = Math.Min(_free, bytes.Length);
                bytes[..count].CopyTo(_pieces[^1].AsSpan(_pieces[^1].Length - _free));
                bytes = bytes[count..];
                _free -= count;
                _length += count;
            }
        }

        public override Blob Complete()
        {
            if (_free > 0)
            {
                _pieces[^1] = _pieces[^1].AsSpan(0, _pieces[^1].Length - _free).ToArray();
                budget.Release(_free);
            }

            _isCompleted = true;
            return new MemoryBlob(_pieces, _length, budget);
        }

        public override void Dispose()
        {
            if (!_isCompleted)
            {
                budget.Release(_length + _free);
                _isCompleted = true;
            }
        }
    }

    private sealed class MemoryBlob(List<byte[]> pieces, long length, StorageBudget budget) : Blob("", length)
    {
        public override async Task CopyToAsync(Stream destination, long offset, long length, CancellationToken cancellationToken)
        {
            foreach (var piece in pieces)
            {
                if (length == 0)
                {
                    return;
                }

                if (offset >= piece.Length)
                {
                    offset -= piece.Length;
                    continue;
                }

                var count = (int)Math.Min(piece.Length - offset, length);
                await destination.WriteAsync(piece.AsMemory((int)offset, count), cancellationToken);
                (offset, length) = (0, length - count);
            }
        }

        protected override void Discard() => budget.Release(Length);
    }
}
