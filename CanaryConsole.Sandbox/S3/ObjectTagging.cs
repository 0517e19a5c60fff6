using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.S3;

/// <summary>The tags of an object.</summary>
internal static class ObjectTagging
{
    public static Task GetAsync(S3Request request)
    {
        var stored = request.Buckets.Open(request.Bucket, request.Key);
        stored.Content.Release();
        return S3Xml.WriteAsync(request.Context, S3Xml.Element(
            "Tagging",
            S3Xml.Element("TagSet", stored.Traits.Tags.Select(tag => S3Xml.Element("Tag", S3Xml.Element("Key", tag.Key), S3Xml.Element("Value", tag.Value))))));
    }

    public static async Task PutAsync(S3Request request)
    {
        var body = await S3Xml.ReadAsync(request.Context, "Tagging") ?? throw S3Errors.MalformedXml();
        var tags = new Dictionary<string, string>();
        foreach (var tag in body.Children("TagSet").SelectMany(set => set.Children("Tag")))
        {
            if (!tags.TryAdd(tag.Child("Key") ?? throw S3Errors.MalformedXml(), tag.Child("Value") ?? ""))
            {
                throw new Protocol.AwsErrorException("InvalidTag", "Cannot provide multiple Tags with the same key");
            }
        }

        ObjectHeaders.CheckTags(tags);
        request.Buckets.SetTags(request.Bucket, request.Key, tags);
    }

    public static Task DeleteAsync(S3Request request)
    {
        request.Buckets.SetTags(request.Bucket, request.Key, ObjectTraits.Nothing);
        request.Context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
