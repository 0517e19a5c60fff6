using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Sandbox.Experiments;

/// <summary>An experiment in the words of the wire.</summary>
internal static class ExperimentDescription
{
    public static DescribeInferenceExperimentResponse Of(Experiment experiment, World world)
    {
        world.Endpoints.TryFind(experiment.Definition.EndpointName!, out var endpoint);
        var plan = experiment.Plan;
        return new DescribeInferenceExperimentResponse
        {
            Arn = experiment.Arn,
            Name = experiment.Name,
            Type = experiment.Definition.Type,
            Schedule = Schedule(plan),
            Status = experiment.Status,
            StatusReason = experiment.StatusReason,
            Description = plan.Description,
            CreationTime = experiment.CreatedAt.UtcDateTime,
            CompletionTime = experiment.CompletedAt?.UtcDateTime,
            LastModifiedTime = experiment.LastModifiedAt.UtcDateTime,
            RoleArn = experiment.Definition.RoleArn,
            EndpointMetadata = new EndpointMetadata
            {
                EndpointName = experiment.Definition.EndpointName,
                EndpointConfigName = endpoint?.Config.Name,
                EndpointStatus = endpoint?.Status,
                FailureReason = endpoint?.FailureReason,
            },
            ModelVariants = [.. plan.Variants.Select(variant => Variant(variant, experiment, endpoint))],
            DataStorageConfig = plan.Storage,
            ShadowModeConfig = new ShadowModeConfig
            {
                SourceModelVariantName = plan.Source.VariantName,
                ShadowModelVariants = [new ShadowModelVariantConfig { ShadowModelVariantName = plan.Shadow.VariantName, SamplingPercentage = plan.SamplingPercentage }],
            },
            KmsKey = experiment.Definition.KmsKey,
        };
    }

    public static InferenceExperimentSummary Summary(Experiment experiment) => new()
    {
        Name = experiment.Name,
        Type = experiment.Definition.Type,
        Schedule = Schedule(experiment.Plan),
        Status = experiment.Status,
        StatusReason = experiment.StatusReason,
        Description = experiment.Plan.Description,
        CreationTime = experiment.CreatedAt.UtcDateTime,
        CompletionTime = experiment.CompletedAt?.UtcDateTime,
        LastModifiedTime = experiment.LastModifiedAt.UtcDateTime,
        RoleArn = experiment.Definition.RoleArn,
    };

    private static InferenceExperimentSchedule Schedule(ExperimentPlan plan) => new() { StartTime = plan.Start.UtcDateTime, EndTime = plan.End.UtcDateTime };

    private static ModelVariantConfigSummary Variant(ModelVariantConfig variant, Experiment experiment, Endpoints.Endpoint? endpoint)
    {
        var isThere = endpoint?.Fleet.All.Any(one => one.Name == variant.VariantName) == true;
        var isPending = endpoint?.Deployment?.NewNow.All.Any(one => one.Name == variant.VariantName) == true;
        return new ModelVariantConfigSummary
        {
            ModelName = variant.ModelName,
            VariantName = variant.VariantName,
            InfrastructureConfig = variant.InfrastructureConfig,
            Status = (isThere, isPending, endpoint?.Deployment is not null) switch
            {
                (true, true, _) => ModelVariantStatus.Updating,
                (true, false, true) => ModelVariantStatus.Deleting,
                (true, false, false) => ModelVariantStatus.InService,
                (false, _, _) => experiment.HasEnded ? ModelVariantStatus.Deleted : ModelVariantStatus.Creating,
            },
        };
    }
}
