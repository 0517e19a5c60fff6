using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>The query protocol: POST / with a form that names its Action, answered in XML, as SNS, STS and older clients of CloudWatch speak.</summary>
internal sealed class QueryProtocol(QueryTable table, Simulation simulation) : IProtocol
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

    public IEnumerable<string> Operations => table.Actions;

    public async ValueTask<string?> OperationAsync(HttpContext context) => (await context.Request.ReadFormAsync(context.RequestAborted))["Action"];

    public async Task AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        await Answer.XmlAsync(context, table.Answer(form, simulation, context.TraceIdentifier));
    }

    public Task RefuseAsync(HttpContext context, AwsErrorException error)
    {
        var ns = table.Namespace;
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
