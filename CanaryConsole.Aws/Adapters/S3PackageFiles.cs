using Amazon.S3;
using Amazon.S3.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Aws.Adapters;

internal sealed class S3PackageFiles(IAmazonS3 s3) : IPackageFiles
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(8);

    public async Task<byte[]?> ReadAsync(string uri, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var address) || address is not { Scheme: "s3", Host.Length: > 0, AbsolutePath.Length: > 1 })
        {
            throw new CloudException(CloudFailure.Invalid, $"\"{uri}\" is no file on S3, as in s3://bucket/folder/evaluation.json.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeLimit);
        try
        {
            return await CloudCall.FindAsync(
                "GetObject", uri, () => DownloadAsync(address.Host, Uri.UnescapeDataString(address.AbsolutePath[1..]), uri, limit.Token), limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CloudException(CloudFailure.Unavailable, $"{uri} could not be read in {TimeLimit.TotalSeconds:0} s.");
        }
    }

    private async Task<byte[]> DownloadAsync(string bucket, string key, string uri, CancellationToken cancellationToken)
    {
        using var response = await s3.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = key }, cancellationToken).ConfigureAwait(false);
        if (response.ContentLength > IPackageFiles.LargestFile)
        {
            throw TooLarge(uri);
        }

        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await response.ResponseStream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (content.Length + read > IPackageFiles.LargestFile)
            {
                throw TooLarge(uri);
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    private static CloudException TooLarge(string uri) => new(CloudFailure.Invalid, $"{uri} is larger than {IPackageFiles.LargestFile / 1024} KB, the most that is read of what a package points to.");
}
