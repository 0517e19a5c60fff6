using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMakerRuntime.Model;

namespace CanaryConsole.Aws.SageMakerRuntime;

internal sealed class InvokeEndpointUnmarshaller : JsonResponseUnmarshaller
{
    public static InvokeEndpointUnmarshaller Instance { get; } = new();

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        if (ServiceErrorReader.ReadUnlessSuccess(input.Stream, input.ResponseData) is { } error)
        {
            throw AmazonSageMakerRuntimeException.From(error);
        }

        var answer = input.ResponseData;
        return new InvokeEndpointResponse
        {
            Body = new MemoryStream(BodyReader.ReadAll(input.Stream), writable: false),
            ContentType = answer.ContentType,
            InvokedProductionVariant = Header(answer, InvokeEndpointHeaders.InvokedProductionVariant),
            CustomAttributes = Header(answer, InvokeEndpointHeaders.CustomAttributes),
            NewSessionId = Header(answer, InvokeEndpointHeaders.NewSessionId),
            ClosedSessionId = Header(answer, InvokeEndpointHeaders.ClosedSessionId),
        };
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        AmazonSageMakerRuntimeException.From(ServiceErrorReader.Read(input.Stream, input.ResponseData, innerException, statusCode));

    private static string? Header(IWebResponseData answer, string name) => answer.IsHeaderPresent(name) ? answer.GetHeaderValue(name) : null;
}
