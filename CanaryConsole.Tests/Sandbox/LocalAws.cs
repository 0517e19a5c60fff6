using System.Text;
using System.Text.Json;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Tests.Sandbox;

/// <summary>The sandbox's world on a clock moved by hand, asked by the same JSON as over the wire, without a socket.</summary>
internal sealed class LocalAws
{
    private readonly OperationTable _operations = AwsOperations.Table();

    /// <summary>Starts with as many hours of history as a test reads: drawing them takes time.</summary>
    public LocalAws(double hours = 0, SandboxOptions? options = null)
    {
        Simulation = WorldAtStart.Begin(options ?? new SandboxOptions(), Time, TimeSpan.FromHours(hours));
    }

    public ManualTimeProvider Time { get; } = new();

    public Simulation Simulation { get; }

    public TResponse Call<TResponse>(string target, object request)
        where TResponse : new()
    {
        Assert.True(_operations.TryFind(target, out var operation), $"{target} is not registered");
        var answer = operation(JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), AwsJson.Options), Simulation);
        return answer.Length == 0 ? new TResponse() : JsonSerializer.Deserialize<TResponse>(answer, AwsJson.Options)!;
    }

    public void Call(string target, object request) => Call<object>(target, request);

    public string Refused(string target, object request) => Assert.Throws<AwsErrorException>(() => Call(target, request)).Message;

    public string RefusedRaw(string target, string body)
    {
        Assert.True(_operations.TryFind(target, out var operation));
        return Assert.Throws<AwsErrorException>(() => operation(Encoding.UTF8.GetBytes(body), Simulation)).Code;
    }

    public DescribeEndpointResponse Describe(string endpoint = "search-embeddings") =>
        Call<DescribeEndpointResponse>("SageMaker.DescribeEndpoint", new DescribeEndpointRequest { EndpointName = endpoint });

    public void SetWeights(string endpoint, params (string Variant, float Weight)[] weights) => Call(
        "SageMaker.UpdateEndpointWeightsAndCapacities",
        new UpdateEndpointWeightsAndCapacitiesRequest
        {
            EndpointName = endpoint,
            DesiredWeightsAndCapacities = [.. weights.Select(one => new DesiredWeightAndCapacity { VariantName = one.Variant, DesiredWeight = one.Weight })],
        });

    /// <summary>The values of one metric over the last stretch of time, newest first.</summary>
    public IReadOnlyList<double> Metric(string metric, string stat, TimeSpan last, string endpoint = "media-ranker", string variant = "champion", int period = 60,
        string ns = "AWS/SageMaker")
    {
        var now = Time.GetUtcNow();
        var answer = Call<GetMetricDataResponse>("GraniteServiceVersion20100801.GetMetricData", new GetMetricDataRequest
        {
            StartTime = (now - last).UtcDateTime,
            EndTime = now.UtcDateTime,
            MetricDataQueries = [Query("q", metric, stat, endpoint, variant, period, ns)],
        });
        return answer.MetricDataResults!.Single().Values!;
    }

    public static MetricDataQuery Query(
        string id, string metric, string stat, string endpoint = "media-ranker", string variant = "champion", int period = 60,
        string ns = "AWS/SageMaker") => new()
        {
            Id = id,
            MetricStat = new MetricStat
            {
                Metric = new Metric
                {
                    Namespace = ns,
                    MetricName = metric,
                    Dimensions = [new Dimension { Name = "EndpointName", Value = endpoint }, new Dimension { Name = "VariantName", Value = variant }],
                },
                Period = period,
                Stat = stat,
            },
        };

    /// <summary>Creates a config that serves the models under the variants' names.</summary>
    public void CreateConfig(string name, params (string Variant, string Model, float Weight)[] variants) => Call(
        "SageMaker.CreateEndpointConfig",
        new CreateEndpointConfigRequest
        {
            EndpointConfigName = name,
            ProductionVariants =
            [
                .. variants.Select(one => new ProductionVariant
                {
                    VariantName = one.Variant, ModelName = one.Model, InitialVariantWeight = one.Weight, InitialInstanceCount = 1, InstanceType = "ml.m5.xlarge",
                }),
            ],
            MetricsConfig = new MetricsConfig { EnableEnhancedMetrics = true, MetricPublishFrequencyInSeconds = 10 },
        });
}
