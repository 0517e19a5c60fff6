using System.Reflection;
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
            Content = Body(input),
        };
        request.Headers["X-Amz-Target"] = $"{targetPrefix}.{OperationName.Of(input)}";
        request.Headers["Content-Type"] = $"application/x-amz-json-{jsonVersion}";
        return request;
    }

    // A call is written once, however often it is sent: all its attempts carry the same token.
    private static byte[] Body(AmazonWebServiceRequest input)
    {
        var type = input.GetType();
        var token = type.GetProperties().FirstOrDefault(property => property.IsDefined(typeof(IdempotencyTokenAttribute)));
        if (token is null || token.GetValue(input) is not null)
        {
            return JsonSerializer.SerializeToUtf8Bytes(input, type, AwsJson.Options);
        }

        var message = JsonSerializer.SerializeToNode(input, type, AwsJson.Options)!;
        message[token.Name] = Guid.NewGuid().ToString();
        return JsonSerializer.SerializeToUtf8Bytes(message, AwsJson.Options);
    }
}
