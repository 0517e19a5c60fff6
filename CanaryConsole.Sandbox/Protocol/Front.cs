using System.Net;
using CanaryConsole.Sandbox.Control;
using CanaryConsole.Sandbox.Faults;
using CanaryConsole.Sandbox.Topics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>
/// Every request passes here, whatever protocol it speaks: it is admitted, handed to its operation unless a fault on demand stands between,
/// and what is refused is put into AWS's words.
/// </summary>
internal sealed class Front(Protocols protocols, FaultGate faults, ControlApi control, SubscriptionLinks links, ILogger<Front> logger)
{
    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers["x-amzn-requestid"] = context.TraceIdentifier = Guid.NewGuid().ToString();
        var protocol = protocols.Of(context.Request);
        try
        {
            RequireLoopback(context.Request);
            if (context.Request.Path.StartsWithSegments(ControlApi.Root))
            {
                await control.HandleAsync(context);
                return;
            }

            if (SubscriptionLinks.IsOne(context.Request))
            {
                await links.AnswerAsync(context);
                return;
            }

            Signature.Check(context.Request);
            faults.Pass(await protocol.OperationAsync(context));
            await protocol.AnswerAsync(context);
        }
        catch (AwsErrorException error)
        {
            Log.Refused(logger, context.Request.Headers["X-Amz-Target"], error.Code, error.Message);
            await protocol.RefuseAsync(context, error);
        }
        catch (BadHttpRequestException bad)
        {
            await protocol.RefuseAsync(context, new AwsErrorException("RequestEntityTooLarge", bad.Message, bad.StatusCode));
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
            await protocol.RefuseAsync(context, new AwsErrorException("InternalFailure", "The sandbox failed to process the request.", 500));
        }
    }

    // A page in a browser can be made to call a loopback address under a foreign name; nothing here answers to one.
    private static void RequireLoopback(HttpRequest request)
    {
        var host = request.Host.Host;
        if (host != "localhost" && !(IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)))
        {
            throw new AwsErrorException("InvalidHostException", $"The sandbox answers on loopback addresses only, not as '{host}'.", 403);
        }
    }
}
