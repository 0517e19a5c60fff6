namespace CanaryConsole.Sandbox.S3;

/// <summary>Keeps bytes in a folder, a file each. A file gets its name only when it is whole; what no object names is swept at the next start.</summary>
internal sealed class FolderBlobStore : IBlobStore
{
    public const long DefaultMaximum = 64L * 1024 * 1024 * 1024;

    private const string Unfinished = ".part";

    private readonly string _folder;
    private readonly StorageBudget _budget;

    public FolderBlobStore(string folder, long maximum = DefaultMaximum)
    {
        (_folder, _budget) = (folder, new StorageBudget(maximum, "delete some"));
        Directory.CreateDirectory(folder);
    }

    public BlobWriter Create() => new Writer(_budget, Path.Combine(_folder, Guid.NewGuid().ToString("N")));

    /// <summary>Null where there is no whole blob of this name and length.</summary>
    public Blob? Open(string id, long length)
    {
        // Names come from files that a person may have edited: nothing but a name of our own making is opened.
        if (!Guid.TryParseExact(id, "N", out _) || new FileInfo(Path.Combine(_folder, id)) is not { Exists: true } file || file.Length != length)
        {
            return null;
        }

        _budget.Reserve(length);
        return new FileBlob(file.FullName, id, length, _budget);
    }

    public void Sweep(IReadOnlySet<string> known)
    {
        foreach (var path in Directory.EnumerateFiles(_folder))
        {
            var name = Path.GetFileName(path);
            if (!known.Contains(name) && Guid.TryParseExact(name.Replace(Unfinished, "", StringComparison.Ordinal), "N", out _))
            {
                File.Delete(path);
            }
        }
    }

    private sealed class Writer(StorageBudget budget, string path) : BlobWriter
    {
        private readonly FileStream _file = new(
            path + Unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 128 * 1024, FileOptions.Asynchronous);

        private long _length;
        private bool _isCompleted;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        {
            Reserve(bytes.Length);
            return _file.WriteAsync(bytes, cancellationToken);
        }

        public override void Write(ReadOnlySpan<byte> bytes)
        {
            Reserve(bytes.Length);
            _file.Write(bytes);
        }

        public override Blob Complete()
        {
            _file.Dispose();
            File.Move(path + Unfinished, path);
            _isCompleted = true;
            return new FileBlob(path, Path.GetFileName(path), _length, budget);
        }

        public override void Dispose()
        {
            if (!_isCompleted)
            {
                _isCompleted = true;
                _file.Dispose();
                File.Delete(path + Unfinished);
                budget.Release(_length);
            }
        }

        private void Reserve(int bytes)
        {
            budget.Reserve(bytes);
            _length += bytes;
        }
    }

    private sealed class FileBlob(string path, string id, long length, StorageBudget budget) : Blob(id, length)
    {
        private const int Piece = 128 * 1024;

        public override async Task CopyToAsync(Stream destination, long offset, long length, CancellationToken cancellationToken)
        {
            await using var file = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
            file.Position = offset;
            var buffer = new byte[(int)Math.Min(Piece, Math.Max(1, length))];
            while (length > 0)
            {
                var count = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, length)), cancellationToken);
                if (count == 0)
                {
                    throw new EndOfStreamException($"{path} ends before its {Length} bytes.");
                }

                await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
                length -= count;
            }
        }

        protected override void Discard()
        {
            File.Delete(path);
            budget.Release(Length);
        }
    }
}
