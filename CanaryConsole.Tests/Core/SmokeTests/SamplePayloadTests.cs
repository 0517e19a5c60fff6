using System.Formats.Tar;
using System.IO.Compression;
using CanaryConsole.Core;
using CanaryConsole.Core.SmokeTests;

namespace CanaryConsole.Tests.Core.SmokeTests;

public sealed class SamplePayloadTests
{
    private const string Uri = "s3://models/v8/sample.tar.gz";

    [Fact]
    public void Of_PlainFile_IsItself() => Assert.Equal("1,2,3", SamplePayload.Of("1,2,3"u8.ToArray(), Uri));

    [Fact]
    public void Of_Archive_IsItsFirstFile() =>
        Assert.Equal("""{"a":1}""", SamplePayload.Of(Archive(("folder/", null), ("one.json", """{"a":1}"""u8.ToArray()), ("two.json", "{}"u8.ToArray())), Uri));

    [Fact]
    public void Of_WhatCannotBeUsed_SaysWhy()
    {
        Refused([0xff, 0xfe, 0x00], "it is not text");
        Refused(Archive(("folder/", null)), "its archive has no file");
        Refused(Archive(("big.csv", new byte[SamplePayload.Largest + 1])), "it is larger than 60,000 bytes");
        Refused(Archive(("bomb.csv", new byte[10_000_000])), "it is larger than 60,000 bytes");
        Refused([0x1f, 0x8b, 1, 2, 3], "its archive is broken");
    }

    private static void Refused(byte[] file, string why) =>
        Assert.Equal($"The sample {Uri} cannot be used: {why}.", Assert.Throws<CloudException>(() => SamplePayload.Of(file, Uri)).Message);

    private static byte[] Archive(params (string Name, byte[]? Content)[] files)
    {
        using var packed = new MemoryStream();
        using (var tar = new TarWriter(new GZipStream(packed, CompressionLevel.Fastest), TarEntryFormat.Ustar))
        {
            foreach (var (name, content) in files)
            {
                tar.WriteEntry(content is null
                    ? new UstarTarEntry(TarEntryType.Directory, name)
                    : new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
            }
        }

        return packed.ToArray();
    }
}
