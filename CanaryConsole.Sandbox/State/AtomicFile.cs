namespace CanaryConsole.Sandbox.State;

/// <summary>A file that is there whole or not at all.</summary>
internal static class AtomicFile
{
    public const string Unfinished = ".tmp";

    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using (var file = new FileStream(path + Unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + Unfinished, path, overwrite: true);
    }
}
