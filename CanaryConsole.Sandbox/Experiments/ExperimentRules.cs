using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;
using Endpoint = CanaryConsole.Sandbox.Endpoints.Endpoint;

namespace CanaryConsole.Sandbox.Experiments;

/// <summary>What an experiment may be, and how it may end.</summary>
internal static class ExperimentRules
{
    private static readonly TimeSpan Shortest = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);
    private static readonly TimeSpan Usual = TimeSpan.FromDays(7);

    public static ExperimentPlan Plan(CreateInferenceExperimentRequest request, World world, DateTimeOffset now)
    {
        var endpoint = world.Endpoints.Find(Require.Name(request.EndpointName, "endpointName"));
        var (start, end) = Times(request.Schedule, now, now);
        return Plan(request.ModelVariants, request.ShadowModeConfig, request.Description, request.DataStorageConfig, start, end, endpoint, world);
    }

    public static ExperimentPlan Plan(UpdateInferenceExperimentRequest request, Experiment experiment, World world, DateTimeOffset now)
    {
        var plan = experiment.Plan;
        var isRunning = experiment.Status == InferenceExperimentStatus.Running;
        if (isRunning && request.Schedule?.StartTime is { } moved && moved != plan.Start.UtcDateTime)
        {
            throw Conflict($"The start time of the inference experiment \"{experiment.Arn}\" cannot be changed while it is Running.");
        }

        var (start, end) = request.Schedule is null
            ? (plan.Start, plan.End)
            : Times(new InferenceExperimentSchedule { StartTime = request.Schedule.StartTime ?? plan.Start.UtcDateTime, EndTime = request.Schedule.EndTime ?? plan.End.UtcDateTime }, isRunning ? plan.Start : now, now);
        if (request.ModelVariants is null && request.ShadowModeConfig is null)
        {
            return plan with { Description = request.Description ?? plan.Description, Start = start, End = end, Storage = request.DataStorageConfig ?? plan.Storage };
        }

        var changed = request.ModelVariants ?? [];
        var variants = plan.Variants.Select(known => changed.FirstOrDefault(one => one.VariantName == known.VariantName) ?? known).ToList();
        var shadow = request.ShadowModeConfig ?? new ShadowModeConfig
        {
            SourceModelVariantName = plan.Source.VariantName,
            ShadowModelVariants = [new ShadowModelVariantConfig { ShadowModelVariantName = plan.Shadow.VariantName, SamplingPercentage = plan.SamplingPercentage }],
        };
        return Plan(variants, shadow, request.Description ?? plan.Description, request.DataStorageConfig ?? plan.Storage, start, end, world.Endpoints.Find(experiment.Definition.EndpointName!), world);
    }

    /// <summary>The production variant stays and the shadow goes, or the shadow takes its place, or both stay as they are.</summary>
    public static ExperimentEnding Ending(StopInferenceExperimentRequest request, Experiment experiment)
    {
        var plan = experiment.Plan;
        var actions = Require.Present(request.ModelVariantActions, "modelVariantActions");
        if (actions.Keys.FirstOrDefault(name => plan.Variants.All(variant => variant.VariantName != name)) is { } unknown)
        {
            throw AwsErrorException.Validation($"The variant \"{unknown}\" in ModelVariantActions is not a variant of the inference experiment \"{experiment.Arn}\".");
        }

        var source = actions.GetValueOrDefault(plan.Source.VariantName!, ModelVariantAction.Retain).Value;
        var shadow = actions.GetValueOrDefault(plan.Shadow.VariantName!, ModelVariantAction.Remove).Value;
        var served = (source, shadow) switch
        {
            ("Retain", "Remove") => Desired(plan.Source),
            ("Remove", "Promote") => Desired(plan.Shadow),
            ("Retain", "Retain") => null,
            _ => throw AwsErrorException.Validation(
                $"The actions {source} for the production variant and {shadow} for the shadow variant do not go together: use Retain and Remove, Remove and Promote, or Retain and Retain."),
        };
        var isCancelled = request.DesiredState == InferenceExperimentStopDesiredState.Cancelled;
        return new ExperimentEnding(served, isCancelled ? InferenceExperimentStatus.Cancelled : InferenceExperimentStatus.Completed, request.Reason);

        ModelVariantConfig Desired(ModelVariantConfig variant) =>
            request.DesiredModelVariants?.FirstOrDefault(one => one.VariantName == variant.VariantName) is { InfrastructureConfig.RealTimeInferenceConfig: not null } desired ? desired : variant;
    }

    public static AwsErrorException Conflict(string message) => new("ConflictException", message);

    private static ExperimentPlan Plan(
        List<ModelVariantConfig>? variants,
        ShadowModeConfig? config,
        string? description,
        InferenceExperimentDataStorageConfig? storage,
        DateTimeOffset start,
        DateTimeOffset end,
        Endpoint endpoint,
        World world)
    {
        var all = Require.Present(variants, "modelVariants");
        foreach (var variant in all)
        {
            world.Models.Find(Require.Name(variant.ModelName, "modelVariants.1.member.modelName"));
            Require.Between(variant.InfrastructureConfig!.RealTimeInferenceConfig!.InstanceCount, "modelVariants.1.member.infrastructureConfig.realTimeInferenceConfig.instanceCount", 1, 1000);
        }

        var mode = Require.Present(config, "shadowModeConfig");
        var shadows = Require.Present(mode.ShadowModelVariants, "shadowModeConfig.shadowModelVariants");
        if (all.Count != 2 || Named(mode.SourceModelVariantName) is not { } source || Named(shadows[0].ShadowModelVariantName) is not { } shadow || source == shadow)
        {
            throw AwsErrorException.Validation("ModelVariants must be two variants: the one named by SourceModelVariantName and the one named by ShadowModelVariantName.");
        }

        if (endpoint.Variants is not [var production] || production.IsServerless || production.Name != source.VariantName)
        {
            throw AwsErrorException.Validation(
                $"The endpoint \"{endpoint.Arn}\" must have exactly one production variant on instances, named as SourceModelVariantName \"{source.VariantName}\".");
        }

        Require.Between(shadows[0].SamplingPercentage, "shadowModeConfig.shadowModelVariants.1.member.samplingPercentage", 0, 100);
        return new ExperimentPlan(source, shadow, shadows[0].SamplingPercentage ?? 100, description, start, end, storage);

        ModelVariantConfig? Named(string? name) => all.FirstOrDefault(variant => variant.VariantName == name);
    }

    private static (DateTimeOffset Start, DateTimeOffset End) Times(InferenceExperimentSchedule? schedule, DateTimeOffset earliest, DateTimeOffset now)
    {
        var start = schedule?.StartTime is { } from ? new DateTimeOffset(from.ToUniversalTime()) : earliest;
        var end = schedule?.EndTime is { } until ? new DateTimeOffset(until.ToUniversalTime()) : start + Usual;
        if (start < earliest - TimeSpan.FromMinutes(5) || end < now)
        {
            throw AwsErrorException.Validation($"The schedule from {start:u} to {end:u} must not lie in the past.");
        }

        return end - start >= Shortest && end - start <= Longest
            ? (start, end)
            : throw AwsErrorException.Validation($"The schedule from {start:u} to {end:u} must be from 1 hour to 30 days long.");
    }
}
