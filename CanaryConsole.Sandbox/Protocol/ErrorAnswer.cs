using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>Writes a refusal in the form of the protocol that was spoken.</summary>
internal static class ErrorAnswer
{
    // CloudWatch's JSON names the shape of the error, and in a header the code that older clients know.
    private static readonly Dictionary<string, string> CloudWatchShapes = new(StringComparer.Ordinal)
    {
        ["InvalidParameterValue"] = "InvalidParameterValueException",
        ["MissingParameter"] = "MissingRequiredParameterException",
        ["LimitExceeded"] = "LimitExceededFault",
        ["ResourceNotFound"] = "ResourceNotFound",
        ["InvalidNextToken"] = "InvalidNextToken",
    };

    public static Task WriteAsync(HttpContext context, Wire wire, AwsErrorException error)
    {
        var response = context.Response;
        response.StatusCode = error.StatusCode;
        return wire switch
        {
            Wire.Json => WriteJsonAsync(context, error),
            Wire.Query => Answer.XmlAsync(context, Xml(error, context.TraceIdentifier)),
            Wire.Rest => WriteRestAsync(context, error),
        };
    }

    private static Task WriteJsonAsync(HttpContext context, AwsErrorException error)
    {
        var shape = CloudWatchShapes.GetValueOrDefault(error.Code, error.Code);
        if (context.Request.Headers.ContainsKey("x-amzn-query-mode"))
        {
            context.Response.Headers["x-amzn-query-error"] = $"{error.Code};{(error.StatusCode < 500 ? "Sender" : "Receiver")}";
        }

        context.Response.Headers["x-amzn-errortype"] = shape;
        return Answer.BytesAsync(
            context,
            context.Request.ContentType ?? "application/x-amz-json-1.1",
            JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["__type"] = shape, ["message"] = error.Message }));
    }

    private static Task WriteRestAsync(HttpContext context, AwsErrorException error)
    {
        context.Response.Headers["x-amzn-errortype"] = error.Code;
        var members = new Dictionary<string, object> { ["Message"] = error.Message };
        foreach (var (name, value) in error.Members)
        {
            members[name] = value;
        }

        return Answer.BytesAsync(context, "application/json", JsonSerializer.SerializeToUtf8Bytes(members));
    }

    private static XElement Xml(AwsErrorException error, string requestId)
    {
        XNamespace ns = "http://sns.amazonaws.com/doc/2010-03-31/";
        return new XElement(
            ns + "ErrorResponse",
            new XElement(
                ns + "Error",
                new XElement(ns + "Type", error.StatusCode < 500 ? "Sender" : "Receiver"),
                new XElement(ns + "Code", error.Code),
                new XElement(ns + "Message", error.Message)),
            new XElement(ns + "RequestId", requestId));
    }
}
