using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api;

internal static class Endpoints
{
    public static void MapEndpoints(this IEndpointRouteBuilder api)
    {
        var endpoints = api.MapGroup("/endpoints").WithTags("Endpoints");
        endpoints.MapGet("", List)
            .WithSummary("Lists the endpoints as the monitor last read them.")
            .Produces<EndpointList>();
        endpoints.MapGet("{name}", GetAsync)
            .WithSummary("One endpoint with its variants, their shares and their newest metrics.")
            .Produces<EndpointResource>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        endpoints.MapPut("{name}/weights", SetWeightsAsync)
            .AsWrite<WeightsBody>()
            .WithSummary("Sets live weights by hand; refused while a rollout moves the endpoint's traffic.")
            .Produces<WeightsAccepted>(StatusCodes.Status202Accepted);
    }

    public static IResult Unknown(string field, string name) => Problems.NotFound(field, name, $"There is no endpoint {name}.");

    private static IResult List(ISnapshotFeed<MonitorSnapshot> feed)
    {
        var snapshot = feed.Current;
        return Results.Ok(new EndpointList([.. snapshot.Endpoints.Select(endpoint => EndpointResource.Of(endpoint, snapshot))]));
    }

    private static async Task<IResult> GetAsync(string name, ISnapshotFeed<MonitorSnapshot> feed, IEndpointControl control, CancellationToken cancellationToken)
    {
        var snapshot = feed.Current;
        if (snapshot.Endpoint(name) is { } watched)
        {
            return Results.Ok(EndpointResource.Of(watched, snapshot));
        }

        // Not seen by the monitor yet does not mean not there.
        try
        {
            return Results.Ok(EndpointResource.Of(await control.DescribeAsync(name, cancellationToken), snapshot));
        }
        catch (CloudException exception) when (exception.Failure == CloudFailure.NotFound)
        {
            return Unknown("name", name);
        }
    }

    private static async Task<IResult> SetWeightsAsync(string name, Body<WeightsBody> body, HttpContext context, Caller caller, IWeightService service, CancellationToken cancellationToken) =>
        await service.SetAsync(name, body.Value.Weights, caller.Name, cancellationToken) switch
        {
            WeightResult.Accepted accepted => Results.Accepted($"/api/endpoints/{name}", new WeightsAccepted(name, accepted.Before, accepted.Requested)),
            WeightResult.Refused { Kind: RefusalKind.NotFound } => Unknown("name", name),
            var other => ((WeightResult.Refused)other).ToProblem(context),
        };
}
