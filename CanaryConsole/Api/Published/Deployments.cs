using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Api.Published;

internal static class Deployments
{
    private const int MostListed = 50;

    public static void MapDeployments(this IEndpointRouteBuilder api)
    {
        var deployments = api.MapGroup("/deployments").WithTags("Published contract");
        deployments.MapPost("", CreateAsync)
            .AsWrite<DeploymentRequest>()
            .WithMetadata(new LenientBody())
            .WithSummary("Creates a canary deployment: it starts at initial_weight and goes on by the default steps above it.")
            .Produces<DeploymentResource>(StatusCodes.Status201Created);
        deployments.MapGet("", GetAsync)
            .WithSummary("One deployment with ?deployment_id=; without it the latest 50, newest first.")
            .Produces<DeploymentResource>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> CreateAsync(Body<DeploymentRequest> body, HttpContext context, Caller caller, IRolloutService service, ISnapshotFeed<MonitorSnapshot> feed, CancellationToken cancellationToken)
    {
        var request = body.Value;
        if ((PublishedRefusals.UnlessAction(request.Action, DeploymentActions.Create) ?? CheckBelief(request.Config, feed.Current)) is { } problem)
        {
            return problem;
        }

        return await service.StartAsync(Translate(request.Config), caller.Name, cancellationToken) switch
        {
            CommandResult.Accepted accepted => Results.Created(
                $"/api/deployments?deployment_id={accepted.State.Id}",
                DeploymentResource.Of(accepted.State, "Canary deployment initiated")),
            var other => ((CommandResult.Refused)other).ToPublishedProblem(context),
        };
    }

    private static async Task<IResult> GetAsync(string? deployment_id, IRolloutService service, CancellationToken cancellationToken)
    {
        if (deployment_id is null)
        {
            var states = await service.ListAsync(null, MostListed, cancellationToken);
            return Results.Ok(new DeploymentList([.. states.Select(state => DeploymentResource.Of(state))]));
        }

        return await service.FindAsync(new RolloutId(deployment_id), cancellationToken) is { } found
            ? Results.Ok(DeploymentResource.Of(found.State))
            : PublishedRefusals.UnknownDeployment(deployment_id);
    }

    /// <summary>A caller who believes that another model serves than does is about to replace the wrong one.</summary>
    private static IResult? CheckBelief(DeploymentConfig config, MonitorSnapshot snapshot) =>
        config.CurrentVariant is { VariantName: { } variant, ModelName: { } believed }
        && snapshot.Endpoint(config.EndpointName)?.Description.Variant(variant) is { } serving
        && serving.ModelName != believed
            ? Problems.OutOfBounds("config.current_variant.model_name", believed, $"config.current_variant.model_name is \"{believed}\", but {variant} serves {serving.ModelName}.")
            : null;

    private static RolloutRequest Translate(DeploymentConfig config) => new()
    {
        Endpoint = config.EndpointName,
        ModelName = config.CanaryVariant.ModelName,
        ChampionVariant = config.CurrentVariant?.VariantName,
        ChallengerVariant = config.CanaryVariant.VariantName,
        Strategy = config.CanaryVariant.InitialWeight is null ? Strategy.Canary : Strategy.CustomSteps,
        Steps = config.CanaryVariant.InitialWeight is { } first ? StepsFrom(first, config.BakeTimeMinutes ?? RolloutDefaults.BakeMinutes) : null,
        BakeMinutes = config.BakeTimeMinutes,
        InstanceType = config.CanaryVariant.InstanceType,
        InstanceCount = config.CanaryVariant.InitialInstanceCount,
        AutoRollback = config.AutoRollbackEnabled,
        LatencyP99LimitMs = config.LatencyThresholdMs,
        ErrorRateLimit = config.ErrorRateThreshold,
    };

    private static IReadOnlyList<StepRequest> StepsFrom(double first, double bake) =>
        [.. RolloutDefaults.CanaryShares.Where(share => share > first).Prepend(first).Select(share => new StepRequest(share, bake))];
}
