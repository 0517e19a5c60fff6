using System.Net;
using CanaryConsole.Sandbox.Invocations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>
/// Every request passes here, whatever protocol it speaks: it is admitted, handed to its operation, and what the operation refuses is put into AWS's words.
/// Faults on demand belong between the two.
/// </summary>
internal sealed class Front(Simulation simulation, OperationTable json, QueryTable query, InvokeEndpointOperation invoke, ILogger<Front> logger)
{
    private const int MaximumBody = 1_048_576;

    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers["x-amzn-requestid"] = context.TraceIdentifier = Guid.NewGuid().ToString();
        var wire = WireOf(context.Request);
        try
        {
            Admit(context.Request);
            await DispatchAsync(context, wire);
        }
        catch (AwsErrorException error)
        {
            Log.Refused(logger, context.Request.Headers["X-Amz-Target"], error.Code, error.Message);
            await ErrorAnswer.WriteAsync(context, wire, error);
        }
        catch (BadHttpRequestException bad)
        {
            await ErrorAnswer.WriteAsync(context, wire, new AwsErrorException("RequestEntityTooLarge", bad.Message, bad.StatusCode));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left; there is nobody to answer.
        }
#pragma warning disable CA1031 // A fault of the sandbox itself is answered as AWS answers its own, and logged.
        catch (Exception fault) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            Log.Failed(logger, fault, context.Request.Headers["X-Amz-Target"]);
            await ErrorAnswer.WriteAsync(context, wire, new AwsErrorException("InternalFailure", "The sandbox failed to process the request.", 500));
        }
    }

    private Task DispatchAsync(HttpContext context, Wire wire) => wire switch
    {
        Wire.Json => AnswerJsonAsync(context),
        Wire.Query => AnswerQueryAsync(context),
        Wire.Rest => invoke.AnswerAsync(context),
    };

    // A page in a browser can be made to call a loopback address under a foreign name; nothing here answers to one.
    private static void Admit(HttpRequest request)
    {
        var host = request.Host.Host;
        if (host != "localhost" && !(IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)))
        {
            throw new AwsErrorException("InvalidHostException", $"The sandbox answers on loopback addresses only, not as '{host}'.", 403);
        }

        Signature.Check(request);
    }

    private static Wire WireOf(HttpRequest request) => request switch
    {
        { Path.Value: not ("/" or "") } => Wire.Rest,
        { HasFormContentType: true } when !request.Headers.ContainsKey("X-Amz-Target") => Wire.Query,
        _ => Wire.Json,
    };

    private async Task AnswerJsonAsync(HttpContext context)
    {
        string? target = context.Request.Headers["X-Amz-Target"];
        if (!HttpMethods.IsPost(context.Request.Method) || target is null || !json.TryFind(target, out var operation))
        {
            throw new AwsErrorException("UnknownOperationException", $"The operation {target ?? "(no X-Amz-Target)"} is not known to the sandbox.");
        }

        var body = await Body.ReadAsync(context, MaximumBody);
        await Answer.BytesAsync(context, context.Request.ContentType ?? "application/x-amz-json-1.1", operation(body, simulation));
    }

    private async Task AnswerQueryAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        await Answer.XmlAsync(context, query.Answer(form, simulation, context.TraceIdentifier));
    }
}
