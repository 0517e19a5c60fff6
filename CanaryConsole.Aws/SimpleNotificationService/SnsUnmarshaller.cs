using System.Net;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SimpleNotificationService;

/// <summary>Answers of the query protocol: <c>&lt;XResponse&gt;&lt;XResult&gt;…&lt;/XResult&gt;&lt;ResponseMetadata&gt;…</c>.</summary>
internal sealed class SnsUnmarshaller(Func<XElement, AmazonWebServiceResponse> read) : XmlResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        if (ServiceErrorReader.ReadUnlessSuccess(input.Stream, input.ResponseData) is { } error)
        {
            throw AmazonSimpleNotificationServiceException.From(error);
        }

        using var body = new MemoryStream(BodyReader.ReadAll(input.Stream), writable: false);
        var root = XElement.Load(body);
        var response = read(root);
        response.ResponseMetadata = new ResponseMetadata { RequestId = Text(root, "RequestId") };
        return response;
    }

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        AmazonSimpleNotificationServiceException.From(ServiceErrorReader.Read(input.Stream, input.ResponseData, innerException, statusCode));

    /// <summary>By local name: servers differ in whether and which namespace they write.</summary>
    public static string? Text(XElement root, string name) => root.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
}
