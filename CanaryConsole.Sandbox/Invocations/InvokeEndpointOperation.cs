using CanaryConsole.Aws.SageMakerRuntime;
using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Metrics;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Invocations;

/// <summary>InvokeEndpoint: routed by weight or pinned, as slow as the variant is, counted in the same metrics as the simulated users.</summary>
internal sealed class InvokeEndpointOperation(Simulation simulation, TimeProvider time, TimeProvider wall, ContainerCall containers, ShadowCopies copies, int seed)
{
    private readonly Dice _dice = Dice.For(seed, "invocations");

    public async Task AnswerAsync(HttpContext context)
    {
        var started = wall.GetTimestamp();
        var request = await InvocationReader.ReadAsync(context);
        var invocation = simulation.Glance((Request: request, Dice: _dice), static (world, now, given) => Invocation.Begin(world, now, given.Request, given.Dice));
        if (invocation.Copy is { } copy)
        {
            copies.Send(copy, request);
        }

        var answer = invocation.Drawn is { } drawn
            ? await BehaveAsync(invocation, drawn, request, context.RequestAborted)
            : await containers.InvokeAsync(invocation, request, started, context.RequestAborted);
        context.Response.Headers[InvokeEndpointHeaders.InvokedProductionVariant] = invocation.Variant.Name;
        if (!answer.IsSuccess)
        {
            throw ModelError.Of(answer, invocation.Endpoint.Name);
        }

        InvocationCapture.Keep(simulation, invocation, request, answer);
        await WriteAsync(context.Response, answer, context.RequestAborted);
    }

    private async Task<ModelAnswer> BehaveAsync(Invocation invocation, RequestOutcome drawn, InvocationRequest request, CancellationToken cancellationToken)
    {
        if (drawn.ModelLatency > TimeSpan.Zero)
        {
            await Task.Delay(drawn.ModelLatency, time, cancellationToken);
        }

        return BehaviourAnswer.Of(drawn, invocation.Variant.Model.Name, request);
    }

    private static async Task WriteAsync(HttpResponse response, ModelAnswer answer, CancellationToken cancellationToken)
    {
        Add(InvokeEndpointHeaders.CustomAttributes, answer.CustomAttributes);
        Add(InvokeEndpointHeaders.NewSessionId, answer.NewSessionId);
        Add(InvokeEndpointHeaders.ClosedSessionId, answer.ClosedSessionId);
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, cancellationToken);

        void Add(string header, string? value)
        {
            if (value is not null)
            {
                response.Headers[header] = value;
            }
        }
    }
}
