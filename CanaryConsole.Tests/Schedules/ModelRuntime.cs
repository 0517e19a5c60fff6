using System.Net;
using System.Text.Json;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMakerRuntime;
using CanaryConsole.Aws.SageMakerRuntime.Model;

namespace CanaryConsole.Tests.Schedules;

/// <summary>Invocations of the endpoint by one process: smoke tests.</summary>
internal sealed class ModelRuntime(SimulatedCloud cloud, Weather weather, Life life, Func<string, bool> answersWell) : IAmazonSageMakerRuntime
{
    public Task<InvokeEndpointResponse> InvokeEndpointAsync(InvokeEndpointRequest request, CancellationToken cancellationToken = default)
    {
        life.Step("before InvokeEndpoint");
        if (weather.Strikes(Trouble.UnreachableCloud) || weather.Strikes(Trouble.LostReplies))
        {
            return Task.FromException<InvokeEndpointResponse>(new TimeoutException("No answer in 70 s."));
        }

        var target = request.TargetVariant ?? SimulatedCloud.Champion;
        if (!cloud.Look(endpoint => endpoint.Variants.Any(variant => variant.Name == target && variant.CanServe)))
        {
            return Refuse("ValidationError", $"Variant {target} is not found on endpoint {request.EndpointName}.", HttpStatusCode.BadRequest);
        }

        life.Step("after InvokeEndpoint");
        return answersWell(target)
            ? Task.FromResult(new InvokeEndpointResponse
            {
                HttpStatusCode = HttpStatusCode.OK,
                InvokedProductionVariant = target,
                ContentType = "application/json",
                Body = new MemoryStream("""{"predictions":[0.5]}"""u8.ToArray()),
            })
            : Refuse("ModelError", "Received server error (500) from primary.", HttpStatusCode.FailedDependency);
    }

    public void Dispose()
    {
    }

    private static Task<InvokeEndpointResponse> Refuse(string code, string message, HttpStatusCode status) => Task.FromException<InvokeEndpointResponse>(
        AmazonSageMakerRuntimeException.From(new ServiceError(code, message, "simulated", status, new InvalidOperationException(message), new Dictionary<string, JsonElement>())));
}
