using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Tests.Core.Artifacts;

/// <summary>Archives as people and attackers make them.</summary>
internal sealed class ArchiveBuilder
{
    public const string Run = "run-20261118-0412";
    public const string Data = "media-ranker-events@2026-11-17";

    private readonly List<(string Name, byte[] Content)> _files = [];
    private readonly List<Action<TarWriter>> _more = [];

    /// <summary>What keeps the contract.</summary>
    public static ArchiveBuilder Sound() => new ArchiveBuilder()
        .With("inference.py", "def model_fn(model_dir): ...")
        .With("requirements.txt", "torch==2.4.0\n")
        .With("model/model.pt", "weights")
        .With("artifacts/feature_schema.json", "{}")
        .With("artifacts/splits.json", """{"seed": 7}""")
        .With("artifacts/metrics.json", """{"auc": 0.871}""")
        .With("artifacts/model-info.json", "");

    public static ModelPackage Package(params (string Key, string Value)[] more) => new(
        "media-ranker", 8, "arn:package/media-ranker/8", ModelApproval.Approved, default, null, null, "s3://models/8/model.tar.gz",
        new Dictionary<string, string>([new("candidate_run_id", Run), new("data_version", Data), .. more.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))]));

    public static string Hash(string content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";

    /// <summary>The file in place of one of that name.</summary>
    public ArchiveBuilder With(string name, string content)
    {
        var at = _files.FindIndex(file => file.Name == name);
        _files.RemoveAll(file => file.Name == name);
        _files.Insert(at < 0 ? _files.Count : at, (name, Encoding.UTF8.GetBytes(content)));
        return this;
    }

    public ArchiveBuilder Without(string name)
    {
        _files.RemoveAll(file => file.Name == name);
        return this;
    }

    public ArchiveBuilder With(TarEntry entry)
    {
        _more.Add(tar => tar.WriteEntry(entry));
        return this;
    }

    /// <summary>As they would be packed.</summary>
    public IEnumerable<(string Name, byte[] Content)> Files() => _files.Select(file => (file.Name, IsOpenInfo(file) ? ModelInfo() : file.Content));

    /// <summary>Of the format, with model-info.json about the files as they are unless a test wrote one.</summary>
    public byte[] Tar(TarEntryFormat format = TarEntryFormat.Ustar)
    {
        using var packed = new MemoryStream();
        using (var tar = new TarWriter(packed, format, leaveOpen: true))
        {
            foreach (var (name, content) in Files())
            {
                TarEntry entry = format switch
                {
                    TarEntryFormat.Pax => new PaxTarEntry(TarEntryType.RegularFile, name),
                    TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name),
                    TarEntryFormat.V7 => new V7TarEntry(TarEntryType.V7RegularFile, name),
                    _ => new UstarTarEntry(TarEntryType.RegularFile, name),
                };
                entry.DataStream = new MemoryStream(content);
                tar.WriteEntry(entry);
            }

            foreach (var more in _more)
            {
                more(tar);
            }
        }

        return packed.ToArray();
    }

    public byte[] Build(TarEntryFormat format = TarEntryFormat.Ustar) => Zip(Tar(format));

    public static byte[] Zip(byte[] tar)
    {
        using var packed = new MemoryStream();
        using (var zipped = new GZipStream(packed, CompressionLevel.Fastest))
        {
            zipped.Write(tar);
        }

        return packed.ToArray();
    }

    private static bool IsOpenInfo((string Name, byte[] Content) file) => file is { Name: "artifacts/model-info.json", Content.Length: 0 };

    private byte[] ModelInfo() => JsonSerializer.SerializeToUtf8Bytes(new
    {
        candidate_run_id = Run,
        data_version = Data,
        hashes = _files.Where(file => file.Name != "artifacts/model-info.json").ToDictionary(file => file.Name, file => Hash(Encoding.UTF8.GetString(file.Content))),
    });
}
