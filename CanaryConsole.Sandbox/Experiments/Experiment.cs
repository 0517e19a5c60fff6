using System.Diagnostics;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Endpoints;
using CanaryConsole.Sandbox.Protocol;
using CanaryConsole.Sandbox.Scaling;
using Endpoint = CanaryConsole.Sandbox.Endpoints.Endpoint;

namespace CanaryConsole.Sandbox.Experiments;

/// <summary>A shadow experiment: it puts its endpoint on a config with a shadow variant, holds it there for its time, and ends it as it was told.</summary>
internal sealed class Experiment(CreateInferenceExperimentRequest definition, ExperimentPlan plan, DateTimeOffset createdAt, TimeSpan creating)
{
    private readonly DateTimeOffset _createdUntil = createdAt + creating;

    // The config the endpoint is to be on, or is on; before it is applied, the endpoint may be busy with something else.
    private EndpointConfig? _config;
    private bool _isApplied;
    private ExperimentEnding? _ending;

    public string Name => Definition.Name!;

    public string Arn => Sandbox.Arn.InferenceExperiment(Name);

    public CreateInferenceExperimentRequest Definition { get; } = definition;

    public ExperimentPlan Plan { get; private set; } = plan;

    public InferenceExperimentStatus Status { get; private set; } = InferenceExperimentStatus.Creating;

    public string? StatusReason { get; private set; }

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset LastModifiedAt { get; private set; } = createdAt;

    public DateTimeOffset? CompletedAt { get; private set; }

    public bool HasEnded => Status == InferenceExperimentStatus.Completed || Status == InferenceExperimentStatus.Cancelled;

    /// <summary>When it next moves by itself; what waits for the endpoint moves when the endpoint does.</summary>
    public DateTimeOffset? NextDueAt => Status.Value switch
    {
        "Creating" => _createdUntil,
        "Created" => Plan.Start,
        "Running" => Plan.End,
        _ => null,
    };

    /// <summary>An experiment as it was found again, with nothing under way.</summary>
    public static Experiment Kept(
        CreateInferenceExperimentRequest definition,
        ExperimentPlan plan,
        InferenceExperimentStatus status,
        string? statusReason,
        DateTimeOffset createdAt,
        DateTimeOffset lastModifiedAt,
        DateTimeOffset? completedAt) => new(definition, plan, createdAt, creating: TimeSpan.Zero)
        {
            Status = status,
            StatusReason = statusReason,
            LastModifiedAt = lastModifiedAt,
            CompletedAt = completedAt,
        };

    public void Update(World world, ExperimentPlan plan, DateTimeOffset now)
    {
        var isServedAlike = plan.ServesAs(Plan);
        (Plan, LastModifiedAt) = (plan, now);
        if (Status == InferenceExperimentStatus.Running && !isServedAlike && world.Endpoints.TryFind(Definition.EndpointName!, out var endpoint))
        {
            Move(InferenceExperimentStatus.Updating, now);
            Want(world, endpoint, ExperimentConfigs.Running(world, endpoint, Name, plan, now), now);
        }
    }

    public void Stop(World world, ExperimentEnding ending, DateTimeOffset now)
    {
        if (Status == InferenceExperimentStatus.Created || !world.Endpoints.TryFind(Definition.EndpointName!, out var endpoint))
        {
            End(InferenceExperimentStatus.Cancelled, ending.Reason, now);
            return;
        }

        (_ending, StatusReason) = (ending, ending.Reason);
        Move(InferenceExperimentStatus.Stopping, now);
        if (ending.Served is { } served)
        {
            Want(world, endpoint, ExperimentConfigs.Ended(world, endpoint, Name, served, now), now);
        }
        else
        {
            _isApplied = true;
        }
    }

    /// <summary>Does what is due, and goes on where the endpoint has arrived.</summary>
    public void AdvanceTo(World world, DateTimeOffset now)
    {
        if (HasEnded)
        {
            return;
        }

        if (!world.Endpoints.TryFind(Definition.EndpointName!, out var endpoint) || endpoint.Status == EndpointStatus.Deleting)
        {
            End(InferenceExperimentStatus.Cancelled, $"The endpoint {Definition.EndpointName} was deleted.", now);
            return;
        }

        if (Status == InferenceExperimentStatus.Creating && now >= _createdUntil)
        {
            Move(InferenceExperimentStatus.Created, _createdUntil);
        }

        if (Status == InferenceExperimentStatus.Created && now >= Plan.Start)
        {
            Move(InferenceExperimentStatus.Starting, now);
            Want(world, endpoint, ExperimentConfigs.Running(world, endpoint, Name, Plan, now), now);
        }
        else if (Status == InferenceExperimentStatus.Running && now >= Plan.End)
        {
            Stop(world, new ExperimentEnding(Plan.Source, InferenceExperimentStatus.Completed, null), now);
        }
        else if (endpoint.Change is null)
        {
            GoOn(world, endpoint, now);
        }
    }

    private void GoOn(World world, Endpoint endpoint, DateTimeOffset now)
    {
        switch (Status.Value)
        {
            case "Starting" or "Updating" or "Stopping" when !_isApplied:
                Apply(world, endpoint, now);
                break;
            case "Starting" when endpoint.Config != _config:
                End(InferenceExperimentStatus.Cancelled, endpoint.FailureReason ?? $"The endpoint did not change to the configuration {_config!.Name}.", now);
                break;
            case "Starting":
                Move(InferenceExperimentStatus.Running, endpoint.LastModifiedAt);
                break;
            case "Updating":
                StatusReason = endpoint.Config == _config ? null : endpoint.FailureReason ?? $"The endpoint did not change to the configuration {_config!.Name}.";
                Move(InferenceExperimentStatus.Running, endpoint.LastModifiedAt);
                break;
            case "Stopping":
                End(_ending!.Status, _ending.Reason, endpoint.LastModifiedAt > LastModifiedAt ? endpoint.LastModifiedAt : now);
                break;
            case "Creating" or "Created" or "Running":
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Want(World world, Endpoint endpoint, EndpointConfig config, DateTimeOffset now)
    {
        (_config, _isApplied) = (config, false);
        if (endpoint.Change is null)
        {
            Apply(world, endpoint, now);
        }
    }

    private void Apply(World world, Endpoint endpoint, DateTimeOffset now)
    {
        _isApplied = true;
        try
        {
            var target = Fleet.Planned(_config!, world.Models);
            ScalingRules.RefuseUpdate(world, endpoint, target);
            endpoint.Update(target, config: null, now);
        }
        catch (AwsErrorException refusal)
        {
            End(InferenceExperimentStatus.Cancelled, refusal.Message, now);
        }
    }

    private void Move(InferenceExperimentStatus status, DateTimeOffset at) => (Status, LastModifiedAt) = (status, at);

    private void End(InferenceExperimentStatus status, string? reason, DateTimeOffset at)
    {
        Move(status, at);
        (StatusReason, CompletedAt) = (reason, at);
    }
}
