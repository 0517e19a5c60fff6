using CanaryConsole.Core.Costs;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Hosting;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Api;

/// <summary>What all endpoints cost: an estimate in US dollars from the prices it names.</summary>
/// <param name="Region">The region whose prices are wanted; each price says where it holds.</param>
/// <param name="UsdPerHour">Instances of all endpoints; absent where the price of one is not known.</param>
/// <param name="KnownUsdPerHour">The same without what is not known.</param>
internal sealed record CostsResource(
    string Region, decimal? UsdPerHour, decimal KnownUsdPerHour, IReadOnlyList<EndpointCost> Endpoints, IReadOnlyList<string> Missing, IReadOnlyList<Price> Prices);

/// <summary>What one endpoint costs now, and what a rollout on it adds; absent while there is none.</summary>
internal sealed record EndpointCostsResource(EndpointCost Now, RolloutCost? Rollout);

internal static class Costs
{
    public static void MapCosts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/costs", List)
            .WithTags("Costs")
            .WithSummary("What every endpoint costs an hour, with each price's region, date and source. A figure that needs a price nobody knows is absent, and `missing` says which.")
            .Produces<CostsResource>();
        api.MapGet("/endpoints/{name}/costs", Get)
            .WithTags("Costs")
            .WithSummary("What one endpoint costs now; with a rollout on it, what the plan costs, has spent and will.")
            .Produces<EndpointCostsResource>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/endpoints/{name}/costs/what-if", WhatIfAsked)
            .WithTags("Costs")
            .WithSummary("One variant on other instances: ?variant= (default: the one with the greatest share), ?instanceType=, ?instances= 0 to 1,000.")
            .Produces<WhatIf>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult List(ISnapshotFeed<MonitorSnapshot> feed, IPriceTable prices, IOptions<MonitoringOptions> options, ConsoleEnvironment environment)
    {
        var snapshot = feed.Current;
        List<EndpointCost> costs = [.. snapshot.Endpoints.Select(endpoint => Of(endpoint, snapshot, prices, options.Value))];
        var known = costs.Sum(cost => cost.KnownUsdPerHour);
        return Results.Ok(new CostsResource(
            environment.Region,
            costs.TrueForAll(cost => cost.UsdPerHour is not null) ? known : null,
            known,
            costs,
            [.. costs.SelectMany(cost => cost.Missing).Distinct(StringComparer.Ordinal)],
            prices.All));
    }

    private static IResult Get(string name, ISnapshotFeed<MonitorSnapshot> feed, IPriceTable prices, IOptions<MonitoringOptions> options, TimeProvider clock)
    {
        var snapshot = feed.Current;
        return snapshot.Endpoint(name) is not { } endpoint
            ? Endpoints.Unknown("name", name)
            : Results.Ok(new EndpointCostsResource(
                Of(endpoint, snapshot, prices, options.Value),
                snapshot.ActiveRolloutOn(name) is { } rollout ? RolloutCost.Of(rollout.State, rollout.Events, endpoint.Description, prices, options.Value, clock.GetUtcNow()) : null));
    }

    private static IResult WhatIfAsked(string name, string? variant, string? instanceType, int? instances, ISnapshotFeed<MonitorSnapshot> feed, IPriceTable prices)
    {
        if (feed.Current.Endpoint(name) is not { Description: var endpoint })
        {
            return Endpoints.Unknown("name", name);
        }

        var found = variant is null ? endpoint.Variants.MaxBy(one => one.CurrentWeight) : endpoint.Variant(variant);
        return (found, instances) switch
        {
            (null, _) => Problems.NotFound("variant", variant ?? "", $"Endpoint {name} has no variant {variant}."),
            (_, < 0 or > WhatIf.MostInstances) => Problems.OutOfBounds("instances", $"{instances}", $"instances is {instances}; it must be 0 to {WhatIf.MostInstances:N0}."),
            var (known, count) => Results.Ok(WhatIf.Of(known, string.IsNullOrWhiteSpace(instanceType) ? null : instanceType, count, prices)),
        };
    }

    private static EndpointCost Of(EndpointSnapshot endpoint, MonitorSnapshot snapshot, IPriceTable prices, MonitoringOptions options) =>
        EndpointCost.Of(endpoint.Description, snapshot.ActiveRolloutOn(endpoint.Description.Name)?.State, prices, options);
}
