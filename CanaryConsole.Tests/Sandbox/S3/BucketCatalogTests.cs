using System.Text;
using CanaryConsole.Sandbox.Protocol;
using CanaryConsole.Sandbox.S3;

namespace CanaryConsole.Tests.Sandbox.S3;

public sealed class BucketCatalogTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Put_IntoABucketThatIsNotThere_IsRefused() => Assert.Equal(
        "NoSuchBucket", Assert.Throws<AwsErrorException>(() => new BucketCatalog().Put("nobody", "k", "x"u8.ToArray(), "text/plain", Now)).Code);

    [Fact]
    public async Task Put_Replaced_WhileItIsRead_IsReadToItsEnd()
    {
        var buckets = With("b", "k");
        var reading = buckets.Open("b", "k");
        buckets.Put("b", "k", "new"u8.ToArray(), "text/plain", Now);

        Assert.Equal("k", await TextAsync(reading));
        Assert.Equal("new", await TextAsync(buckets.Open("b", "k")));
    }

    [Fact]
    public void Put_BeyondTheMemory_IsRefusedUntilSomethingIsDeleted()
    {
        var buckets = new BucketCatalog(new MemoryBlobStore(maximum: 14_000));
        buckets.Create("b", "eu-central-1", Now);
        buckets.Put("b", "one", new byte[6000], "text/plain", Now);

        var refused = Assert.Throws<AwsErrorException>(() => buckets.Put("b", "two", new byte[6000], "text/plain", Now));
        Assert.Equal("The sandbox keeps at most 14000 bytes of objects: delete some, or start the sandbox with --data DIR to keep them on disk.", refused.Message);

        buckets.Delete("b", "one", WriteConditions.None);
        buckets.Put("b", "two", new byte[6000], "text/plain", Now);
    }

    [Theory]
    [InlineData("", "", "", 10, "a,a/1,a/2,b/1,c", "", null)]
    [InlineData("a", "", "", 2, "a,a/1", "", "a/1")]
    [InlineData("", "/", "", 10, "a,c", "a/,b/", null)]
    [InlineData("", "/", "", 2, "a", "a/", "a/")]
    [InlineData("", "/", "a/", 2, "c", "b/", null)]
    [InlineData("a/", "/", "", 10, "a/1,a/2", "", null)]
    [InlineData("", "", "a/1", 10, "a/2,b/1,c", "", null)]
    [InlineData("x", "", "", 10, "", "", null)]
    [InlineData("", "", "", 0, "", "", null)]
    public void List_ByPrefixAndDelimiter_FoldsWhatLiesBehind(string prefix, string delimiter, string after, int maximum, string keys, string folded, string? next)
    {
        var page = With("b", "a", "a/1", "a/2", "b/1", "c").List("b", new ObjectQuery(prefix, delimiter, after, maximum));

        Assert.Equal(keys, string.Join(',', page.Objects.Select(stored => stored.Key)));
        Assert.Equal(folded, string.Join(',', page.CommonPrefixes));
        Assert.Equal(next, page.Next);
    }

    [Theory]
    [InlineData("my-bucket.1", true)]
    [InlineData("ab", false)]
    [InlineData("Upper", false)]
    [InlineData("a..b", false)]
    [InlineData("192.168.5.4", false)]
    [InlineData("xn--bucket", false)]
    [InlineData("-bucket", false)]
    public void BucketName_ByAmazonsRules_IsValidOrNot(string name, bool isValid) => Assert.Equal(isValid, BucketNames.IsValid(name));

    [Theory]
    [InlineData("CRC32", "y/Q5Jg==")]
    [InlineData("CRC32C", "4waSgw==")]
    [InlineData("CRC64NVME", "rosUhgp5mIg=")]
    [InlineData("SHA1", "98O8HYCOBHMq32eZZczDTKeuNEE=")]
    public void Checksum_OfTheCheckString_IsThePublishedOne(string algorithm, string expected)
    {
        using var checksum = RunningChecksum.Of(algorithm);
        checksum.Append("12345"u8);
        checksum.Append("6789"u8);

        Assert.Equal(expected, Convert.ToBase64String(checksum.Finish()));
    }

    internal static async Task<string> TextAsync(StoredObject stored)
    {
        using var text = new MemoryStream();
        await stored.Content.CopyToAsync(text, 0, stored.Content.Length, CancellationToken.None);
        stored.Content.Release();
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static BucketCatalog With(string bucket, params string[] keys)
    {
        var buckets = new BucketCatalog();
        buckets.Create(bucket, "eu-central-1", Now);
        foreach (var key in keys)
        {
            buckets.Put(bucket, key, Encoding.UTF8.GetBytes(key), "text/plain", Now);
        }

        return buckets;
    }
}
