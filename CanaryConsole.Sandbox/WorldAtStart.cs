using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Endpoints;
using CanaryConsole.Sandbox.Faults;
using CanaryConsole.Sandbox.Registry;
using CanaryConsole.Sandbox.State;
using CanaryConsole.Sandbox.Traffic;
using Endpoint = CanaryConsole.Sandbox.Endpoints.Endpoint;
using Model = CanaryConsole.Sandbox.Models.Model;

namespace CanaryConsole.Sandbox;

/// <summary>The account as every start finds it; names and figures are fixed, because tours, tests and examples use them.</summary>
internal static class WorldAtStart
{
    public const string AlertTopic = "canaryconsole-alerts";

    /// <summary>How much traffic the metrics already hold, so that no chart starts empty.</summary>
    public static readonly TimeSpan History = TimeSpan.FromHours(1);

    /// <param name="kept">The world as a folder kept it, to go on from there.</param>
    public static Simulation Begin(SandboxOptions options, TimeProvider time, TimeSpan history, WorldRecord? kept = null)
    {
        var trace = options.Traffic.Trace is { Length: > 0 } path ? TraceFile.Read(path) : null;
        var now = time.GetUtcNow();
        var world = new World(options);
        if (kept is null)
        {
            Found(world, now);
        }
        else
        {
            WorldRestoring.Restore(world, kept, now);
        }

        foreach (var fault in options.Faults)
        {
            world.Faults.Start(FaultParser.Parse(fault), now);
        }

        var simulation = new Simulation(world, [.. Users(world, options, trace, now)], time, history);
        if (kept is not null)
        {
            simulation.Visit((restored, _) =>
            {
                WorldRestoring.RestoreWatchers(restored, kept);
                return true;
            });
        }

        return simulation;
    }

    private static void Found(World world, DateTimeOffset now)
    {
        world.Topics.Create(AlertTopic);
        var packages = RegistryAtStart.Fill(world.Registry, now);
        if (world.Buckets.IsEmpty)
        {
            RegistryAtStart.Fill(world.Buckets, packages, now);
        }

        foreach (var package in packages)
        {
            AddModel(world, package);
        }

        AddEndpoint(world, "media-ranker", now - TimeSpan.FromDays(41), Serving("champion", "media-ranker-v7", 1));
        AddEndpoint(
            world,
            "search-embeddings",
            now - TimeSpan.FromDays(12),
            Serving("champion", "search-embeddings-v12", 80),
            Serving("challenger", "search-embeddings-v13", 20));
    }

    private static IEnumerable<UserTraffic> Users(World world, SandboxOptions options, Trace? trace, DateTimeOffset start)
    {
        foreach (var (endpoint, perSecond) in new[] { ("media-ranker", 40.0), ("search-embeddings", 25.0) })
        {
            var dice = Dice.For(options.Seed, endpoint);
            IArrivals arrivals = trace is not null && endpoint == "media-ranker"
                ? new RecordedArrivals(trace, start)
                : new GeneratedArrivals(perSecond, dice);
            var reference = world.Endpoints.TryFind(endpoint, out var served) ? served.Variants[0].Model.Behaviour : Behaviour.Default;
            yield return new UserTraffic(endpoint, arrivals, reference, dice);
        }
    }

    private static void AddModel(World world, Package package)
    {
        var container = package.Description.InferenceSpecification!.Containers![0];
        var model = new CreateModelRequest
        {
            ModelName = $"{package.GroupName}-v{package.Version}",
            PrimaryContainer = new ContainerDefinition { Image = container.Image, ModelDataUrl = container.ModelDataUrl, ModelPackageName = package.Arn },
            ExecutionRoleArn = $"arn:aws:iam::{Arn.Account}:role/sagemaker-execution",
        };
        world.Models.Add(model.ModelName, Model.Of(model, world, package.CreatedAt + TimeSpan.FromHours(2)));
    }

    private static void AddEndpoint(World world, string name, DateTimeOffset since, params List<ProductionVariant> variants)
    {
        var config = new EndpointConfig(
            new CreateEndpointConfigRequest
            {
                EndpointConfigName = $"{name}-config",
                ProductionVariants = variants,
                MetricsConfig = new MetricsConfig { EnableEnhancedMetrics = true, MetricPublishFrequencyInSeconds = 10 },
            },
            since);
        world.EndpointConfigs.Add(config.Name, config);
        var endpoint = Endpoint.Serving(world.Options, name, Fleet.Planned(config, world.Models), since);
        world.Endpoints.Add(name, endpoint);
        world.Tags[endpoint.Arn] = [new Tag { Key = "canaryconsole", Value = "managed" }];
    }

    private static ProductionVariant Serving(string variant, string model, float weight) => new()
    {
        VariantName = variant,
        ModelName = model,
        InstanceType = "ml.m5.xlarge",
        InitialInstanceCount = 2,
        InitialVariantWeight = weight,
    };
}
