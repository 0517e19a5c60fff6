using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;

namespace CanaryConsole.Tests.Sandbox.RealClients;

/// <summary>Amazon's own package for .NET, with the chunked bodies and trailing checksums it sends by default.</summary>
public sealed class DotNetS3Tests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IDisposable
{
    private readonly AmazonS3Client _s3 = new(
        new BasicAWSCredentials("x", "y"),
        new AmazonS3Config { ServiceURL = sandbox.Address.ToString(), ForcePathStyle = true, AuthenticationRegion = "eu-central-1", MaxErrorRetry = 0 });

    public void Dispose() => _s3.Dispose();

    [Fact]
    public async Task Objects_LargeAndSmall_ComeBackAsTheyWere()
    {
        var large = new byte[(11 * 1024 * 1024) + 3];
        new Random(7).NextBytes(large);
        await _s3.PutBucketAsync("net");
        await _s3.PutObjectAsync(new PutObjectRequest { BucketName = "net", Key = "a/small one", ContentBody = "hello", ContentType = "text/plain", Metadata = { ["who"] = "me" } });
        using (var transfer = new TransferUtility(_s3, new TransferUtilityConfig { MinSizeBeforePartUpload = 6 * 1024 * 1024 }))
        {
            await transfer.UploadAsync(new TransferUtilityUploadRequest { BucketName = "net", Key = "large", InputStream = new MemoryStream(large), PartSize = 6 * 1024 * 1024 });
        }

        using var small = await _s3.GetObjectAsync("net", "a/small one");
        using var reader = new StreamReader(small.ResponseStream, Encoding.UTF8);
        Assert.Equal(("hello", "text/plain", "me"), (await reader.ReadToEndAsync(), small.Headers.ContentType, small.Metadata["who"]));
        using var whole = await _s3.GetObjectAsync("net", "large");
        using var bytes = new MemoryStream();
        await whole.ResponseStream.CopyToAsync(bytes);
        Assert.Equal(large, bytes.ToArray());

        var listed = await _s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "net", Delimiter = "/" });
        Assert.Equal(["a/"], listed.CommonPrefixes);
        Assert.Equal(["large"], listed.S3Objects.Select(one => one.Key));
        await _s3.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = "net", Objects = [new KeyVersion { Key = "large" }, new KeyVersion { Key = "a/small one" }] });
        await _s3.DeleteBucketAsync("net");
    }

    [Fact]
    public async Task GetObject_ThatIsNotThere_IsNoSuchKey() => Assert.Equal(
        "NoSuchKey", (await Assert.ThrowsAsync<NoSuchKeyException>(() => _s3.GetObjectAsync("canaryconsole-sandbox", "nothing"))).ErrorCode);
}
