using System.Text.Json;
using CanaryConsole.Sandbox.Invocations;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>rest-json with a binary body: paths and headers of their own, as SageMaker Runtime speaks.</summary>
internal sealed class RuntimeProtocol(InvokeEndpointOperation invoke) : IProtocol
{
    private const string InvokeEndpoint = "InvokeEndpoint";

    public IEnumerable<string> Operations => [InvokeEndpoint];

    public ValueTask<string?> OperationAsync(HttpContext context) => ValueTask.FromResult<string?>(InvokeEndpoint);

    public Task AnswerAsync(HttpContext context) => invoke.AnswerAsync(context);

    public Task RefuseAsync(HttpContext context, AwsErrorException error)
    {
        context.Response.StatusCode = error.StatusCode;
        context.Response.Headers["x-amzn-errortype"] = error.Code;
        var members = new Dictionary<string, object> { ["Message"] = error.Message };
        foreach (var (name, value) in error.Members)
        {
            members[name] = value;
        }

        return Answer.BytesAsync(context, "application/json", JsonSerializer.SerializeToUtf8Bytes(members));
    }
}
