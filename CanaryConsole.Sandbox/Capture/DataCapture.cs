namespace CanaryConsole.Sandbox.Capture;

/// <summary>
/// Keeps captured invocations until enough of them make a file. Of real invocations only: a simulated user sends no body that could be captured. Safe for threads, because a captured
/// body may be large and the world need not wait for it.
/// </summary>
internal sealed class DataCapture
{
    public static readonly TimeSpan FlushAge = TimeSpan.FromSeconds(60);

    private const int LongestFile = 4 * 1024 * 1024;
    private const int MostKept = 64 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Endpoint, string Variant), CaptureFile> _open = [];
    private readonly List<CaptureFile> _full = [];
    private long _kept;

    /// <summary>How many captures were let go because more came than could be written.</summary>
    public long Dropped { get; private set; }

    public void Add(CaptureRule rule, string endpoint, string variant, DateTimeOffset at, ReadOnlyMemory<byte> line)
    {
        lock (_gate)
        {
            if (_kept + line.Length > MostKept)
            {
                Dropped++;
                return;
            }

            _kept += line.Length;
            File_NeedsLock(rule, endpoint, variant, at).Add(line);
        }
    }

    /// <summary>Hands out the files that are full, or old enough, or all.</summary>
    public IReadOnlyList<CaptureFile> Take(DateTimeOffset now, bool all = false)
    {
        lock (_gate)
        {
            foreach (var (key, file) in _open)
            {
                if (all || now - file.BegunAt >= FlushAge || now < file.BegunAt)
                {
                    _full.Add(file);
                    _open.Remove(key);
                }
            }

            List<CaptureFile> taken = [.. _full];
            _full.Clear();
            _kept -= taken.Sum(file => (long)file.Length);
            return taken;
        }
    }

    private CaptureFile File_NeedsLock(CaptureRule rule, string endpoint, string variant, DateTimeOffset at)
    {
        if (_open.TryGetValue((endpoint, variant), out var file))
        {
            // The folder is an hour's: a file ends with its hour, and with the config that says where it goes.
            if (ReferenceEquals(file.Rule, rule) && file.Length < LongestFile && Time.Floor(file.BegunAt, TimeSpan.FromHours(1)) == Time.Floor(at, TimeSpan.FromHours(1)))
            {
                return file;
            }

            _full.Add(file);
        }

        return _open[(endpoint, variant)] = new CaptureFile(rule, endpoint, variant, at);
    }
}
