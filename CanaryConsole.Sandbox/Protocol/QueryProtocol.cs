using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>The query protocol: POST / with a form that names its Action, answered in XML, of a service whose handlers read the form themselves: STS.</summary>
internal sealed class QueryProtocol(QueryTable table, Simulation simulation) : IProtocol
{
    public IEnumerable<string> Operations => table.Actions;

    public async ValueTask<string?> OperationAsync(HttpContext context) => (await QueryBody.ReadAsync(context))["Action"];

    public async Task AnswerAsync(HttpContext context)
    {
        var form = await QueryBody.ReadAsync(context);
        await Answer.XmlAsync(context, table.Answer(form, simulation, context.TraceIdentifier));
    }

    public Task RefuseAsync(HttpContext context, AwsErrorException error) => QueryRefusal.WriteAsync(context, table.Namespace, error);
}
