using System.Text.Json;
using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.ApplicationAutoScaling.Model;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox;
using CanaryConsole.Sandbox.Endpoints;
using CanaryConsole.Sandbox.Faults;
using CanaryConsole.Sandbox.Metrics;
using CanaryConsole.Sandbox.Protocol;
using CanaryConsole.Sandbox.Registry;
using Endpoint = CanaryConsole.Sandbox.Endpoints.Endpoint;
using Model = CanaryConsole.Sandbox.Models.Model;
using Simulation = CanaryConsole.Sandbox.Simulation;
using Time = CanaryConsole.Sandbox.Time;

namespace CanaryConsole.Tests.Schedules;

/// <summary>
/// The sandbox's own account with one endpoint, on a clock moved by hand; asked by the wire types of the real clients. Its users are counted in bulk, because
/// ten thousand schedules of single requests would take hours.
/// </summary>
internal sealed class SimulatedCloud
{
    public const string EndpointName = "media-ranker";
    public const string Champion = "champion";
    public const string Challenger = "challenger";
    public const string ChallengerModel = "media-ranker-v8";
    public const string FirstConfig = "media-ranker-config";
    public const int Instances = 2;
    public const int MostInstances = 6;

    private static readonly OperationTable Operations = AwsOperations.Table();

    private readonly ManualTimeProvider _clock;
    private readonly World _world;
    private readonly Simulation _simulation;
    private readonly PriorityQueue<(string Variant, Piece Piece), DateTimeOffset> _published = new();

    public SimulatedCloud(ManualTimeProvider clock)
    {
        _clock = clock;
        _world = new World(new SandboxOptions { FleetUpdating = TimeSpan.FromSeconds(20), WeightUpdating = TimeSpan.FromSeconds(4), EndpointDeleting = TimeSpan.Zero });
        Found(clock.GetUtcNow());
        _simulation = new Simulation(_world, [], clock, TimeSpan.Zero);
    }

    public SimulatedUsers? Users { get; set; }

    /// <summary>True also writes what is measured into the sandbox's metrics, so that its CloudWatch can be read.</summary>
    public bool PublishesToCloudWatch { get; set; }

    public TResponse Call<TResponse>(string target, object request)
        where TResponse : class, new()
    {
        if (!Operations.TryFind(target, out var operation))
        {
            throw new InvalidOperationException($"The sandbox has no operation {target}.");
        }

        var answer = operation(JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), AwsJson.Options), _simulation);
        return answer.Length == 0 ? new TResponse() : JsonSerializer.Deserialize<TResponse>(answer, AwsJson.Options)!;
    }

    /// <summary>The endpoint as it really is now.</summary>
    public T Look<T>(Func<Endpoint, T> look) => _simulation.Visit((world, _) => look(world.Endpoints.Find(EndpointName)));

    public T Visit<T>(Func<World, T> visit) => _simulation.Visit((world, _) => visit(world));

    /// <summary>The challenger's real part of the traffic.</summary>
    public double ChallengerShare() => Look(endpoint =>
    {
        var sum = endpoint.Variants.Sum(variant => (double)variant.CurrentWeight);
        return sum > 0 ? endpoint.Variants.Where(variant => variant.Name == Challenger).Sum(variant => (double)variant.CurrentWeight) / sum : 0;
    });

    public void Suffer(string fault) => _simulation.Visit((world, now) => world.Faults.Start(FaultParser.Parse(fault), now));

    /// <summary>Puts the champion's instance count into the hands of a policy.</summary>
    public void Scale()
    {
        const string Variant = $"endpoint/{EndpointName}/variant/{Champion}";
        Call<RegisterScalableTargetResponse>("AnyScaleFrontendService.RegisterScalableTarget", new RegisterScalableTargetRequest
        {
            ServiceNamespace = ServiceNamespace.Sagemaker,
            ResourceId = Variant,
            ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
            MinCapacity = Instances,
            MaxCapacity = MostInstances,
        });
        Call<PutScalingPolicyResponse>("AnyScaleFrontendService.PutScalingPolicy", new PutScalingPolicyRequest
        {
            PolicyName = "by-invocations",
            PolicyType = PolicyType.TargetTrackingScaling,
            ServiceNamespace = ServiceNamespace.Sagemaker,
            ResourceId = Variant,
            ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
            TargetTrackingScalingPolicyConfiguration = new TargetTrackingScalingPolicyConfiguration
            {
                TargetValue = 1_000_000,
                DisableScaleIn = true,
                PredefinedMetricSpecification = new PredefinedMetricSpecification { PredefinedMetricType = MetricType.SageMakerVariantInvocationsPerInstance },
            },
        });
    }

    /// <summary>Lets the users live and the cloud work until then.</summary>
    public void AdvanceTo(DateTimeOffset until)
    {
        while (_clock.GetUtcNow() is var now && now < until)
        {
            var (shares, due) = Look(endpoint => (Shares(endpoint), endpoint.NextDueAt));
            var next = Time.Earlier(until, SimulatedUsers.WindowOf(now) + SimulatedUsers.Window);
            next = due > now ? Time.Earlier(next, due.Value) : next;
            foreach (var measured in Users?.Live(now, next, shares) ?? [])
            {
                if (PublishesToCloudWatch)
                {
                    _published.Enqueue(measured, measured.Piece.ReadableAt);
                }
            }

            _clock.Advance(next - now);
            Publish();
        }
    }

    private void Publish()
    {
        while (_published.TryPeek(out var measured, out var at) && at <= _clock.GetUtcNow())
        {
            _published.Dequeue();
            var (variant, piece) = measured;
            Record(variant, piece.At, RequestOutcome.Of(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(3), 500), Math.Min(piece.Errors, piece.Requests - piece.Slow));
            Record(variant, piece.At, RequestOutcome.Of(TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(3), 200), piece.Slow);
            Record(variant, piece.At, RequestOutcome.Of(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(3), 200), piece.Requests - piece.Errors - piece.Slow);
        }
    }

    private void Record(string variant, DateTimeOffset at, RequestOutcome outcome, int count)
    {
        if (count > 0)
        {
            _simulation.Visit((world, _) =>
            {
                world.Metrics.Record(EndpointName, variant, at, outcome, Instances, enhanced: true, config: null, count);
                return true;
            });
        }
    }

    private static List<(string Variant, double Share)> Shares(Endpoint endpoint)
    {
        var sum = endpoint.Variants.Sum(variant => (double)variant.CurrentWeight);
        return !endpoint.IsServing || sum <= 0
            ? []
            :
            [
                .. endpoint.Variants.Where(variant => variant.CurrentWeight > 0).Select(variant => (variant.Name, variant.CurrentWeight / sum)),
                .. endpoint.Shadow is { Variant: { CanServe: true } shadow, SamplingShare: > 0 and var sampled } ? new[] { (shadow.Name, sampled) } : [],
            ];
    }

    private void Found(DateTimeOffset now)
    {
        foreach (var name in new[] { "media-ranker-v7", ChallengerModel })
        {
            var model = new CreateModelRequest
            {
                ModelName = name,
                PrimaryContainer = new ContainerDefinition { Image = $"{Arn.Account}.dkr.ecr.{Arn.Region}.amazonaws.com/media-ranker:{name}", ModelDataUrl = $"s3://{RegistryAtStart.ArtifactBucket}/{name}.tar.gz" },
                ExecutionRoleArn = $"arn:aws:iam::{Arn.Account}:role/sagemaker-execution",
            };
            _world.Models.Add(name, Model.Of(model, _world, now));
        }

        var config = new EndpointConfig(
            new CreateEndpointConfigRequest
            {
                EndpointConfigName = FirstConfig,
                ProductionVariants = [new ProductionVariant { VariantName = Champion, ModelName = "media-ranker-v7", InstanceType = "ml.m5.xlarge", InitialInstanceCount = Instances, InitialVariantWeight = 1 }],
                MetricsConfig = new MetricsConfig { EnableEnhancedMetrics = true, MetricPublishFrequencyInSeconds = 10 },
            },
            now);
        _world.EndpointConfigs.Add(config.Name, config);
        _world.Endpoints.Add(EndpointName, Endpoint.Serving(_world.Options, EndpointName, Fleet.Planned(config, _world.Models), now));
    }
}
