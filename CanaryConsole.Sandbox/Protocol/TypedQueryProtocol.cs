using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>The query protocol of a service whose operations are known by their wire types: CloudWatch as older clients speak to it, SNS.</summary>
internal sealed class TypedQueryProtocol(string targetPrefix, XNamespace ns, OperationTable operations, Simulation simulation) : IProtocol
{
    public IEnumerable<string> Operations =>
        operations.Targets.Where(target => target.StartsWith(targetPrefix, StringComparison.Ordinal)).Select(target => target[targetPrefix.Length..]);

    public async ValueTask<string?> OperationAsync(HttpContext context) => (await QueryBody.ReadAsync(context))["Action"];

    public async Task AnswerAsync(HttpContext context) => await AnswerAsync(context, await QueryBody.ReadAsync(context));

    public Task AnswerAsync(HttpContext context, IFormCollection form)
    {
        string? action = form["Action"];
        var target = targetPrefix + action;
        if (action is null || !operations.TryFind(target, out var operation))
        {
            throw new AwsErrorException("InvalidAction", $"The action {action ?? "(none)"} is not valid for this web service.");
        }

        var (request, response) = operations.TypesOf(target);
        var answer = operation(QueryReader.Read(form, request), simulation);
        return Answer.XmlAsync(context, new XElement(
            ns + $"{action}Response",
            response is null ? null : new XElement(ns + $"{action}Result", QueryWriter.Members(JsonSerializer.Deserialize<JsonElement>(answer), response, ns)),
            new XElement(ns + "ResponseMetadata", new XElement(ns + "RequestId", context.TraceIdentifier))));
    }

    public Task RefuseAsync(HttpContext context, AwsErrorException error) => QueryRefusal.WriteAsync(context, ns, error);
}
