using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;
using CanaryConsole.Sandbox.Tags;

namespace CanaryConsole.Sandbox.Experiments;

internal static class ExperimentOperations
{
    public static void Register(OperationTable operations)
    {
        operations.Add<CreateInferenceExperimentRequest, CreateInferenceExperimentResponse>("SageMaker.CreateInferenceExperiment", Create);
        operations.Add<DescribeInferenceExperimentRequest, DescribeInferenceExperimentResponse>("SageMaker.DescribeInferenceExperiment", Describe);
        operations.Add<ListInferenceExperimentsRequest, ListInferenceExperimentsResponse>("SageMaker.ListInferenceExperiments", List);
        operations.Add<UpdateInferenceExperimentRequest, UpdateInferenceExperimentResponse>("SageMaker.UpdateInferenceExperiment", Update);
        operations.Add<StopInferenceExperimentRequest, StopInferenceExperimentResponse>("SageMaker.StopInferenceExperiment", Stop);
        operations.Add<DeleteInferenceExperimentRequest, DeleteInferenceExperimentResponse>("SageMaker.DeleteInferenceExperiment", Delete);
    }

    private static CreateInferenceExperimentResponse Create(CreateInferenceExperimentRequest request, World world, DateTimeOffset now)
    {
        var name = Require.Present(request.Name, "name");
        if (world.Experiments.TryFind(name, out var existing))
        {
            throw new AwsErrorException("ResourceInUse", $"The inference experiment \"{existing.Arn}\" already exists.");
        }

        var plan = ExperimentRules.Plan(request, world, now);
        if (world.Experiments.All.FirstOrDefault(one => !one.HasEnded && one.Definition.EndpointName == request.EndpointName) is { } other)
        {
            throw new AwsErrorException("ResourceInUse", $"The endpoint {request.EndpointName} is in use by the inference experiment \"{other.Arn}\".");
        }

        var experiment = new Experiment(request, plan, now, world.Options.WeightUpdating);
        TagOperations.Put(world, experiment.Arn, request.Tags);
        world.Experiments.Add(name, experiment);
        return new CreateInferenceExperimentResponse { InferenceExperimentArn = experiment.Arn };
    }

    private static DescribeInferenceExperimentResponse Describe(DescribeInferenceExperimentRequest request, World world, DateTimeOffset now) =>
        ExperimentDescription.Of(Find(request.Name, world), world);

    private static ListInferenceExperimentsResponse List(ListInferenceExperimentsRequest request, World world, DateTimeOffset now)
    {
        var page = Page.Of(
            world.Experiments.All
                .NameContains(request.NameContains, experiment => experiment.Name)
                .Within(request.CreationTimeAfter, request.CreationTimeBefore, experiment => experiment.CreatedAt)
                .Within(request.LastModifiedTimeAfter, request.LastModifiedTimeBefore, experiment => experiment.LastModifiedAt)
                .Where(experiment => (request.StatusEquals is null || experiment.Status == request.StatusEquals) && (request.Type is null || experiment.Definition.Type == request.Type))
                .Sorted(
                    descending: request.SortOrder != SortOrder.Ascending,
                    experiment => request.SortBy == SortInferenceExperimentsBy.Name ? experiment.Name
                        : request.SortBy == SortInferenceExperimentsBy.Status ? experiment.Status.Value
                        : experiment.CreatedAt,
                    experiment => experiment.Name),
            request.MaxResults,
            request.NextToken);
        return new ListInferenceExperimentsResponse { InferenceExperiments = [.. page.Items.Select(ExperimentDescription.Summary)], NextToken = page.NextToken };
    }

    private static UpdateInferenceExperimentResponse Update(UpdateInferenceExperimentRequest request, World world, DateTimeOffset now)
    {
        var experiment = Find(request.Name, world);
        RefuseUnless(experiment, "updated", InferenceExperimentStatus.Created, InferenceExperimentStatus.Running);
        experiment.Update(world, ExperimentRules.Plan(request, experiment, world, now), now);
        return new UpdateInferenceExperimentResponse { InferenceExperimentArn = experiment.Arn };
    }

    private static StopInferenceExperimentResponse Stop(StopInferenceExperimentRequest request, World world, DateTimeOffset now)
    {
        var experiment = Find(request.Name, world);
        RefuseUnless(experiment, "stopped", InferenceExperimentStatus.Created, InferenceExperimentStatus.Starting, InferenceExperimentStatus.Running, InferenceExperimentStatus.Updating);
        experiment.Stop(world, ExperimentRules.Ending(request, experiment), now);
        return new StopInferenceExperimentResponse { InferenceExperimentArn = experiment.Arn };
    }

    private static DeleteInferenceExperimentResponse Delete(DeleteInferenceExperimentRequest request, World world, DateTimeOffset now)
    {
        var experiment = Find(request.Name, world);
        RefuseUnless(experiment, "deleted", InferenceExperimentStatus.Created, InferenceExperimentStatus.Completed, InferenceExperimentStatus.Cancelled);
        world.Experiments.Remove(experiment.Name);
        world.Tags.Remove(experiment.Arn);
        return new DeleteInferenceExperimentResponse { InferenceExperimentArn = experiment.Arn };
    }

    private static Experiment Find(string? name, World world) =>
        world.Experiments.TryFind(Require.Present(name, "name"), out var experiment)
            ? experiment
            : throw new AwsErrorException("ResourceNotFound", $"The inference experiment {name} does not exist.");

    private static void RefuseUnless(Experiment experiment, string verb, params InferenceExperimentStatus[] allowed)
    {
        if (!allowed.Contains(experiment.Status))
        {
            throw ExperimentRules.Conflict($"The inference experiment \"{experiment.Arn}\" cannot be {verb} while it is {experiment.Status}.");
        }
    }
}
