using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace CanaryConsole.Aws.Protocol;

/// <summary>The awsJson protocols: one address, the operation in a header, the message as a JSON body.</summary>
internal sealed class JsonMarshaller(string serviceName, string targetPrefix, string jsonVersion) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, serviceName)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = JsonSerializer.SerializeToUtf8Bytes(input, input.GetType(), AwsJson.Options),
        };
        request.Headers["X-Amz-Target"] = $"{targetPrefix}.{OperationName.Of(input)}";
        request.Headers["Content-Type"] = $"application/x-amz-json-{jsonVersion}";
        return request;
    }
}
