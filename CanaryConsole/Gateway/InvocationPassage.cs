using Amazon.Runtime;
using CanaryConsole.Aws.SageMakerRuntime.Forwarding;
using CanaryConsole.Core;
using CanaryConsole.Core.Gateway;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Gateway;

/// <summary>
/// One invocation through the gateway: held against the limits, read whole, signed anew, sent to the configured SageMaker Runtime, counted, and its answer passed on. The caller's own signature is
/// not looked at, and neither it nor the payload is ever logged.
/// </summary>
internal sealed class InvocationPassage(
    IInvocationGateway gateway, InvocationForwarder forwarder, IOptions<GatewayOptions> options, TimeProvider clock, WallClock wall, ILogger<InvocationPassage> logger)
{
    private readonly GatewayOptions _options = options.Value;

    public async Task PassAsync(HttpContext context)
    {
        var endpoint = (string)context.Request.RouteValues["EndpointName"]!;
        if (!InvocationHeader.IsEndpointName(endpoint) || !gateway.Covers(endpoint))
        {
            await RuntimeRefusal.NotCovered(endpoint).WriteAsync(context.Response);
            return;
        }

        using var pass = gateway.TryEnter(endpoint);
        var refusal = pass is null ? RuntimeRefusal.TooMany(_options.RequestsInFlight) : await PassAsync(context, endpoint, pass);
        if (refusal is not null)
        {
            gateway.Refuse(endpoint);
            await refusal.WriteAsync(context.Response);
        }
    }

    private async Task<RuntimeRefusal?> PassAsync(HttpContext context, string endpoint, GatewayPass pass)
    {
        if (InvocationReading.Read(context.Request.Headers, endpoint, out var invocation, out var unit) is { } invalid)
        {
            return invalid;
        }

        if (invocation.TargetVariant is not null && !_options.AllowTargetVariant)
        {
            return RuntimeRefusal.TargetRefused;
        }

        using var body = new PooledBody();
        if (await body.ReadAsync(context.Request, pass) is { } unread)
        {
            return unread;
        }

        // Chosen as late as can be: the weights may have moved while the body came in.
        var target = gateway.Target(endpoint, invocation.TargetVariant, unit);
        return await ForwardAsync(context, invocation with { Body = body.Bytes, TargetVariant = target.Variant }, target, body);
    }

    private async Task<RuntimeRefusal?> ForwardAsync(HttpContext context, InvocationToForward invocation, GatewayTarget target, PooledBody body)
    {
        using var late = new CancellationTokenSource(_options.TimeLimit, wall.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, context.RequestAborted);
        var started = clock.GetTimestamp();
        HttpResponseMessage answer;
        try
        {
            answer = await forwarder.SendAsync(invocation, either.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or AmazonClientException)
        {
            body.Abandon();
            return Failed(context, invocation.Endpoint, target, failure, clock.GetElapsedTime(started));
        }

        using (answer)
        {
            var latency = clock.GetElapsedTime(started);
            var status = RuntimeAnswer.Status(answer.StatusCode);
            if (status is { } known)
            {
                gateway.Count(invocation.Endpoint, target, RuntimeAnswer.Variant(answer), known, latency);
            }

            if ((int)answer.StatusCode is >= 300 and < 400)
            {
                return RuntimeRefusal.Redirected;
            }

            RuntimeAnswer.CopyHead(answer, context.Response);
            try
            {
                if (status is null)
                {
                    gateway.Count(invocation.Endpoint, target, RuntimeAnswer.Variant(answer), await RuntimeAnswer.CopyModelErrorAsync(answer, context.Response, either.Token), latency);
                }
                else
                {
                    await RuntimeAnswer.CopyBodyAsync(answer, context.Response, either.Token);
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or HttpIOException or OperationCanceledException)
            {
                // The head has gone out: an answer that breaks off can only be seen to break off.
                context.Abort();
            }
        }

        return null;
    }

    private RuntimeRefusal? Failed(HttpContext context, string endpoint, GatewayTarget target, Exception failure, TimeSpan latency)
    {
        if (context.RequestAborted.IsCancellationRequested)
        {
            gateway.Count(endpoint, target, null, InvocationStatus.Abandoned, latency);
            return null;
        }

        // Without credentials nothing was sent: that is no failure of any variant.
        if (failure is AmazonClientException)
        {
            Log.GatewayHasNoCredentials(logger, failure);
            return RuntimeRefusal.NoCredentials;
        }

        gateway.Count(endpoint, target, null, InvocationStatus.ServerError, latency);
        return failure is OperationCanceledException ? RuntimeRefusal.TooLate(_options.TimeLimit) : RuntimeRefusal.Unreachable;
    }
}
