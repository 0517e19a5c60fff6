using System.Net;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace CanaryConsole.Aws.Protocol;

/// <summary>Answers of the query protocol: <c>&lt;XResponse&gt;&lt;XResult&gt;…&lt;/XResult&gt;&lt;ResponseMetadata&gt;…</c>.</summary>
internal sealed class QueryUnmarshaller<TResponse>(Func<ServiceError, AmazonServiceException> toException) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        if (ServiceErrorReader.ReadUnlessSuccess(input.Stream, input.ResponseData) is { } error)
        {
            throw toException(error);
        }

        using var body = new MemoryStream(BodyReader.ReadAll(input.Stream), writable: false);
        var root = XElement.Load(body);
        var response = new TResponse();
        if (root.Elements().FirstOrDefault(e => e.Name.LocalName.EndsWith("Result", StringComparison.Ordinal)) is { } result)
        {
            XmlMembers.Read(result, response);
        }

        var requestId = root.Descendants().FirstOrDefault(e => e.Name.LocalName == "RequestId")?.Value;
        response.ResponseMetadata = new ResponseMetadata { RequestId = requestId };
        return response;
    }

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        toException(ServiceErrorReader.Read(input.Stream, input.ResponseData, innerException, statusCode));
}
