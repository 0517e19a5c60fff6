using System.Text.Json;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Sandbox.State;

/// <summary>
/// The folder a sandbox keeps its state in. One sandbox holds it at a time. The state is one file, replaced whole: whoever is killed in the middle leaves the
/// one before.
/// </summary>
internal sealed class StateFolder : IDisposable
{
    private const string StateFile = "state.json";

    private readonly string _path;
    private readonly FileStream _held;
    private byte[] _written = [];

    private StateFolder(string folder, FileStream held) => (_path, _held) = (Path.Combine(folder, StateFile), held);

    /// <exception cref="SandboxStartException">The folder cannot be used, or another sandbox holds it.</exception>
    public static StateFolder Open(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new StateFolder(folder, new FileStream(Path.Combine(folder, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SandboxStartException($"The folder '{folder}' (--data, Sandbox:Folder) cannot be used, or another sandbox uses it: {exception.Message}", exception);
        }
    }

    /// <summary>What was kept, or null in a folder that is new.</summary>
    /// <exception cref="SandboxStartException">The file is torn, not a state, or of a newer sandbox.</exception>
    public WorldRecord? Read()
    {
        if (!File.Exists(_path))
        {
            return null;
        }

        try
        {
            var bytes = File.ReadAllBytes(_path);
            using (var document = JsonDocument.Parse(bytes))
            {
                var version = document.RootElement.TryGetProperty(nameof(WorldRecord.Version), out var found) ? found.GetInt32() : 0;
                if (version != WorldRecord.CurrentVersion)
                {
                    throw new SandboxStartException(
                        $"The state in {_path} has version {version}, and this sandbox reads version {WorldRecord.CurrentVersion}: start the sandbox that wrote it, or move the folder away to start anew.");
                }
            }

            _written = bytes;
            return JsonSerializer.Deserialize<WorldRecord>(bytes, AwsJson.Options) ?? throw new JsonException("It is empty.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new SandboxStartException($"The state in {_path} is torn or was changed by hand ({exception.Message}): put back a copy, or move the folder away to start anew.", exception);
        }
    }

    public static byte[] Bytes(WorldRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, AwsJson.Options);

    /// <summary>Writes what has changed since the last time.</summary>
    public void Write(byte[] bytes)
    {
        if (bytes.AsSpan().SequenceEqual(_written))
        {
            return;
        }

        AtomicFile.Write(_path, bytes);
        _written = bytes;
    }

    public void Dispose() => _held.Dispose();
}
