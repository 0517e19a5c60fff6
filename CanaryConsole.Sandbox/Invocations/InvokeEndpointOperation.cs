using CanaryConsole.Aws.SageMakerRuntime;
using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Containers;
using CanaryConsole.Sandbox.Metrics;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Invocations;

/// <summary>InvokeEndpoint: routed by weight or pinned, as slow as the variant is, counted in the same metrics as the simulated users.</summary>
internal sealed class InvokeEndpointOperation(Simulation simulation, TimeProvider time, ContainerClient containers, int seed)
{
    // What the sandbox itself adds is real time, whatever the pace of its clock.
    private readonly TimeProvider _wall = TimeProvider.System;
    private readonly Dice _dice = Dice.For(seed, "invocations");

    public async Task AnswerAsync(HttpContext context)
    {
        var started = _wall.GetTimestamp();
        var request = await InvocationReader.ReadAsync(context);
        var invocation = simulation.Visit((world, now) => Invocation.Begin(world, now, request, _dice));
        var answer = invocation.Drawn is { } drawn
            ? await BehaveAsync(invocation, drawn, request, context.RequestAborted)
            : await AskAsync(invocation, request, started, context.RequestAborted);
        context.Response.Headers[InvokeEndpointHeaders.InvokedProductionVariant] = invocation.Variant.Name;
        if (!answer.IsSuccess)
        {
            throw ModelError.Of(answer, invocation.Endpoint.Name);
        }

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

    private async Task<ModelAnswer> AskAsync(Invocation invocation, InvocationRequest request, long started, CancellationToken cancellationToken)
    {
        var answer = await ContainerPipeline.InvokeAsync(containers, invocation.Containers(request), request, cancellationToken);
        var overhead = _wall.GetElapsedTime(started) - answer.Latency;
        var outcome = RequestOutcome.Of(answer.Latency, overhead > TimeSpan.Zero ? overhead : TimeSpan.Zero, answer.Status);
        simulation.Visit((world, now) =>
        {
            world.Recorder.Record(invocation.Endpoint, invocation.Variant, now, outcome);
            return true;
        });
        return answer;
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
