using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>A refusal in the query protocol's XML.</summary>
internal static class QueryRefusal
{
    // What every service may say is called by other names in this protocol.
    private static readonly Dictionary<string, string> CommonCodes = new(StringComparer.Ordinal)
    {
        ["ThrottlingException"] = "Throttling",
        ["ExpiredTokenException"] = "ExpiredToken",
        ["MissingAuthenticationTokenException"] = "MissingAuthenticationToken",
        ["IncompleteSignatureException"] = "IncompleteSignature",
        ["ValidationException"] = "ValidationError",
    };

    public static Task WriteAsync(HttpContext context, XNamespace ns, AwsErrorException error)
    {
        context.Response.StatusCode = error.StatusCode;
        return Answer.XmlAsync(context, new XElement(
            ns + "ErrorResponse",
            new XElement(
                ns + "Error",
                new XElement(ns + "Type", error.StatusCode < 500 ? "Sender" : "Receiver"),
                new XElement(ns + "Code", CommonCodes.GetValueOrDefault(error.Code, error.Code)),
                new XElement(ns + "Message", error.Message)),
            new XElement(ns + "RequestId", context.TraceIdentifier)));
    }
}
