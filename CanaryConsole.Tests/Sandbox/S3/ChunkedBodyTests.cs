using System.Text;
using CanaryConsole.Sandbox.Protocol;
using CanaryConsole.Sandbox.S3;

namespace CanaryConsole.Tests.Sandbox.S3;

public sealed class ChunkedBodyTests
{
    [Theory]
    [InlineData("5\r\nhello\r\n1\r\n!\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n", "hello!", "AAAAAA==")]
    [InlineData("5;chunk-signature=ab\r\nhello\r\n0;chunk-signature=cd\r\nx-amz-checksum-crc32:AAAAAA==\r\nx-amz-trailer-signature:ef\r\n\r\n", "hello", "AAAAAA==")]
    [InlineData("0;chunk-signature=cd\r\n\r\n", "", null)]
    [InlineData("3\r\na\r\n\r\n0\r\n", "a\r\n", null)]
    public async Task Read_SignedOrNot_GivesTheContentAndItsTrailers(string body, string content, string? checksum)
    {
        var chunks = new ChunkedBody(new MemoryStream(Encoding.ASCII.GetBytes(body)));

        Assert.Equal(content, await ReadAsync(chunks));
        Assert.Equal(checksum, chunks.Trailers.GetValueOrDefault("x-amz-checksum-crc32"));
    }

    [Theory]
    [InlineData("5\r\nhel", "IncompleteBody")]
    [InlineData("5\r\nhello", "IncompleteBody")]
    [InlineData("5\r\nhelloX\r\n0\r\n\r\n", "IncompleteBody")]
    [InlineData("zz\r\n", "InvalidChunkSizeError")]
    [InlineData("ffffffffffffffff\r\n", "InvalidChunkSizeError")]
    [InlineData("", "IncompleteBody")]
    public async Task Read_WhatIsBroken_IsRefused(string body, string code)
    {
        var chunks = new ChunkedBody(new MemoryStream(Encoding.ASCII.GetBytes(body)));

        Assert.Equal(code, (await Assert.ThrowsAsync<AwsErrorException>(() => ReadAsync(chunks))).Code);
    }

    private static async Task<string> ReadAsync(ChunkedBody chunks)
    {
        var content = new StringBuilder();
        while (await chunks.ReadAsync(CancellationToken.None) is { IsEmpty: false } piece)
        {
            content.Append(Encoding.ASCII.GetString(piece.Span));
        }

        return content.ToString();
    }
}
