using Amazon.Runtime;

namespace CanaryConsole.Aws.Protocol;

internal static class OperationName
{
    private const string Suffix = "Request";

    /// <summary>The operation a request belongs to, by the SDK's naming rule: <c>DescribeEndpointRequest</c> is <c>DescribeEndpoint</c>.</summary>
    public static string Of(AmazonWebServiceRequest request)
    {
        var name = request.GetType().Name;
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }
}
