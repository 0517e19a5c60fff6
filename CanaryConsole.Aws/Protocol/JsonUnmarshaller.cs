using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace CanaryConsole.Aws.Protocol;

internal sealed class JsonUnmarshaller<TResponse>(Func<ServiceError, AmazonServiceException> toException) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        if (ServiceErrorReader.ReadUnlessSuccess(input.Stream, input.ResponseData) is { } error)
        {
            throw toException(error);
        }

        var body = BodyReader.ReadAll(input.Stream);

        // Operations without an output shape answer with no body at all.
        return body.Length == 0 ? new TResponse() : JsonSerializer.Deserialize<TResponse>(body, AwsJson.Options) ?? new TResponse();
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        toException(ServiceErrorReader.Read(input.Stream, input.ResponseData, innerException, statusCode));
}
