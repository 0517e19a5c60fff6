using System.Formats.Tar;
using System.IO.Compression;
using CanaryConsole.Core.Artifacts;
using FsCheck;
using FsCheck.Fluent;

namespace CanaryConsole.Tests.Core.Artifacts;

/// <summary>Whatever lies in the store: a report comes out of it, and nothing is written anywhere.</summary>
public sealed class HostileArchiveTests
{
    [Theory]
    [InlineData("/etc/passwd", "\"/etc/passwd\" is an absolute path.")]
    [InlineData("../outside", "\"../outside\" leads out of the archive by \"..\".")]
    [InlineData("model/../../outside", "\"model/../../outside\" leads out of the archive by \"..\".")]
    [InlineData("model\\..\\..\\outside", "leads out of the archive by \"..\".")]
    [InlineData("C:/outside", "\"C:/outside\" is an absolute path.")]
    [InlineData("\\\\server\\share", "is an absolute path.")]
    [InlineData("requirements.txt", "\"requirements.txt\" is in the archive twice.")]
    [InlineData("./requirements.txt", "\"requirements.txt\" is in the archive twice.")]
    [InlineData("a\nb", "\"a?b\" has control characters in its path.")]
    public async Task Check_PathThatEscapesOrDeceives_FailsAndEndsTheReading(string name, string why)
    {
        var report = await CheckAsync(ArchiveBuilder.Sound().With(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream([1]) }).Build());

        Assert.Equal(ArtifactRule.Paths, report.FirstFailure?.Rule);
        Assert.Contains(why, report.FirstFailure?.Why, StringComparison.Ordinal);
        Assert.Equal(8, report.Findings.Count(finding => finding.Result is ArtifactResult.Unknown));
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink, "\"link\" is a symbolic link to \"/etc/passwd\"; links are not followed.")]
    [InlineData(TarEntryType.HardLink, "\"link\" is a hard link to \"/etc/passwd\"; links are not followed.")]
    [InlineData(TarEntryType.Fifo, "\"link\" is a device or a pipe.")]
    [InlineData(TarEntryType.CharacterDevice, "\"link\" is a device or a pipe.")]
    public async Task Check_LinkOrDevice_Fails(TarEntryType type, string why)
    {
        var entry = new PaxTarEntry(type, "link");
        if (type is TarEntryType.SymbolicLink or TarEntryType.HardLink)
        {
            entry.LinkName = "/etc/passwd";
        }

        var report = await CheckAsync(ArchiveBuilder.Sound().With(entry).Build(TarEntryFormat.Pax));

        Assert.Equal((ArtifactRule.Paths, why), (report.FirstFailure?.Rule, report.FirstFailure?.Why));
    }

    [Fact]
    public async Task Check_Bomb_IsGivenUpLongBeforeItsEnd()
    {
        var bomb = Zipped(CompressionLevel.SmallestSize, zipped =>
        {
            zipped.Write(Header("bomb", 200L * 1024 * 1024));
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 200; i++)
            {
                zipped.Write(zeros);
            }
        });
        var read = 0L;
        using var artifacts = new MemoryArtifacts(bomb);

        var report = await artifacts.Desk.CheckAsync(
            new ArtifactSubject(MemoryArtifacts.Uri, null), new Straight(progress => read = progress.Read), CancellationToken.None);

        Assert.Equal("The archive unpacks to more than 200 times its size.", report.FirstFailure?.Why);
        Assert.InRange(bomb.Length, 1, 300_000);
        Assert.True(read <= bomb.Length);
    }

    [Fact]
    public async Task Check_MoreThanItMayUnpackTo_EndsAtTheBound()
    {
        var archive = ArchiveBuilder.Sound().With("model/model.pt", new string('x', 3 * 1024 * 1024)).Build();

        var report = await CheckAsync(archive, new ArtifactOptions { MaximumUnpackedMegabytes = 2 });

        Assert.Equal("\"model/model.pt\" says to have 3,145,728 bytes; at most 2,097,152 are unpacked.", report.FirstFailure?.Why);
    }

    [Fact]
    public async Task Check_HundredThousandEntries_EndsAtTheBound()
    {
        var archive = Zipped(CompressionLevel.Fastest, zipped =>
        {
            for (var i = 0; i < 100_000; i++)
            {
                zipped.Write(Header($"f{i}", 0));
            }
        });

        Assert.Equal("The archive has more than 10,000 entries.", (await CheckAsync(archive)).FirstFailure?.Why);
    }

    [Fact]
    public async Task Check_DocumentTooLargeForMemory_FailsItsRuleOnly()
    {
        var report = await CheckAsync(ArchiveBuilder.Sound().With("artifacts/splits.json", new string(' ', (4 * 1024 * 1024) + 1)).Build());

        var failed = Assert.Single(report.Findings, finding => finding.Result is ArtifactResult.Failed);
        Assert.Equal("artifacts/splits.json has 4,194,305 bytes; at most 4,194,304 are read.", failed.Why);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    public async Task Check_NoGzip_IsAReport(string content) =>
        Assert.Equal(ArtifactRule.Archive, (await CheckAsync(System.Text.Encoding.UTF8.GetBytes(content))).FirstFailure?.Rule);

    [Fact]
    public async Task Check_GzipOfSomethingElse_SaysThatItIsNoTar() => Assert.Equal(
        "The archive is not a tar: at byte 0 there is no entry's header.",
        (await CheckAsync(ArchiveBuilder.Zip([.. Enumerable.Repeat((byte)'x', 2000)]))).FirstFailure?.Why);

    [Fact]
    public async Task Check_TruncatedAnywhere_IsAReportThatNeverPasses()
    {
        var sound = ArchiveBuilder.Sound().Build();
        for (var length = 0; length < sound.Length; length++)
        {
            var report = await CheckAsync(sound[..length]);

            Assert.False(report.Passed, $"passed with {length} of {sound.Length} bytes");
            Assert.Equal(9, report.Findings.Count);
        }
    }

    [Fact]
    public async Task Check_TarTruncatedAtAnyBlock_IsAReportThatNeverPasses()
    {
        var sound = ArchiveBuilder.Sound().Tar();
        for (var length = 0; length < sound.Length - (2 * TarHeader.BlockSize); length += TarHeader.BlockSize / 2)
        {
            Assert.False((await CheckAsync(ArchiveBuilder.Zip(sound[..length]))).Passed, $"passed with {length} of {sound.Length} bytes");
        }
    }

    [Fact]
    public void Check_AnyBytesChangedAnywhere_IsAReport()
    {
        var (packed, tar) = (ArchiveBuilder.Sound().Build(), ArchiveBuilder.Sound().Tar(TarEntryFormat.Pax));
        var changes = ArbMap.Default.ArbFor<(ushort At, byte To)[]>();
        var before = Around();

        Prop.ForAll(changes, Gen.Choose(0, 1).ToArbitrary(), (flips, inTar) =>
        {
            var bytes = inTar == 1 ? [.. tar] : (byte[])[.. packed];
            foreach (var (at, to) in flips)
            {
                bytes[at % bytes.Length] = to;
            }

            var report = CheckAsync(inTar == 1 ? ArchiveBuilder.Zip(bytes) : bytes).GetAwaiter().GetResult();
            return report.Findings.Count == 9 && report.Findings.All(finding => finding.Result is ArtifactResult.Passed == finding.Why is null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(600).WithReplay(20261118, 7));

        Assert.Empty(Around().Except(before));
    }

    [Fact]
    public void Check_AnyBytesAtAll_IsAReport() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        bytes => CheckAsync(ArchiveBuilder.Zip(bytes)).GetAwaiter().GetResult() is { Passed: false, Findings.Count: 9 }
            && CheckAsync(bytes).GetAwaiter().GetResult() is { Passed: false, Findings.Count: 9 }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261118, 7));

    // Where a relative path, and one that climbs, would end up.
    private static string[] Around() =>
        [.. new[] { ".", "..", "../.." }.SelectMany(folder => Directory.GetFileSystemEntries(Path.Combine(Environment.CurrentDirectory, folder)))];

    private static async Task<ArtifactReport> CheckAsync(byte[] archive, ArtifactOptions? options = null)
    {
        using var artifacts = new MemoryArtifacts(archive, options);
        return await artifacts.CheckAsync();
    }

    private static byte[] Zipped(CompressionLevel level, Action<GZipStream> write)
    {
        using var packed = new MemoryStream();
        using (var zipped = new GZipStream(packed, level))
        {
            write(zipped);
        }

        return packed.ToArray();
    }

    private static byte[] Header(string name, long size)
    {
        var block = new byte[TarHeader.BlockSize];
        System.Text.Encoding.ASCII.GetBytes(name, block);
        System.Text.Encoding.ASCII.GetBytes(Convert.ToString(size, 8).PadLeft(11, '0'), block.AsSpan(124));
        block[156] = (byte)'0';
        block.AsSpan(148, 8).Fill((byte)' ');
        System.Text.Encoding.ASCII.GetBytes(Convert.ToString(block.Sum(one => one), 8).PadLeft(6, '0') + "\0", block.AsSpan(148));
        return block;
    }

    private sealed class Straight(Action<ArtifactProgress> report) : IProgress<ArtifactProgress>
    {
        public void Report(ArtifactProgress value) => report(value);
    }
}
