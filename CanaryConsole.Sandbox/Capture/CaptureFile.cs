namespace CanaryConsole.Sandbox.Capture;

/// <summary>Captured lines of one variant that will be one object.</summary>
internal sealed class CaptureFile(CaptureRule rule, string endpoint, string variant, DateTimeOffset begunAt)
{
    private readonly List<ReadOnlyMemory<byte>> _lines = [];

    public CaptureRule Rule => rule;

    public string Endpoint => endpoint;

    public DateTimeOffset BegunAt => begunAt;

    public int Length { get; private set; }

    public string Key { get; } = rule.Key(endpoint, variant, begunAt, Guid.NewGuid());

    public void Add(ReadOnlyMemory<byte> line)
    {
        _lines.Add(line);
        Length += line.Length;
    }

    public ReadOnlyMemory<byte> Content()
    {
        var content = new byte[Length];
        var at = 0;
        foreach (var line in _lines)
        {
            line.CopyTo(content.AsMemory(at));
            at += line.Length;
        }

        return content;
    }
}
