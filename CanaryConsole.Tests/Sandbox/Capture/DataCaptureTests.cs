using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox;
using CanaryConsole.Sandbox.Capture;
using CanaryConsole.Tests.Sandbox.Invocations;
using Microsoft.Extensions.Logging.Abstractions;

namespace CanaryConsole.Tests.Sandbox.Capture;

public sealed class DataCaptureTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private static readonly CaptureRule Rule = CaptureRule.Of(new DataCaptureConfig
    {
        InitialSamplingPercentage = 100,
        DestinationS3Uri = "s3://b",
        CaptureOptions = [new CaptureOption { CaptureMode = CaptureMode.InputAndOutput }],
    })!;

    private readonly DataCapture _capture = new();

    [Fact]
    public void Take_YoungFile_StaysOpenUntilItIsAMinuteOld()
    {
        Add(Noon);
        Add(Noon.AddSeconds(30));

        Assert.Empty(_capture.Take(Noon.AddSeconds(59)));
        Assert.Equal("a\na\n"u8.ToArray(), Assert.Single(_capture.Take(Noon.AddSeconds(60))).Content().ToArray());
        Assert.Empty(_capture.Take(Noon.AddHours(1)));
    }

    [Fact]
    public void Take_LinesOfTwoHours_AreTwoFiles()
    {
        Add(Noon.AddSeconds(-1));
        Add(Noon);

        Assert.Equal(["11", "12"], _capture.Take(Noon, all: true).Select(file => file.Key.Split('/')[^2]).Order());
    }

    [Fact]
    public void Take_VariantsOfAnEndpoint_HaveFilesOfTheirOwn()
    {
        Add(Noon, "champion");
        Add(Noon, "challenger");

        Assert.Equal(2, _capture.Take(Noon, all: true).Count);
    }

    [Fact]
    public void Add_MoreThanCanBeWritten_IsDroppedAndCounted()
    {
        for (var i = 0; i < 70; i++)
        {
            _capture.Add(Rule, "e", "v", Noon, new byte[1024 * 1024]);
        }

        Assert.Equal(6, _capture.Dropped);
        Assert.Equal(64L * 1024 * 1024, _capture.Take(Noon, all: true).Sum(file => (long)file.Length));
        Add(Noon);
        Assert.Equal(6, _capture.Dropped);
    }

    [Fact]
    public async Task Invoke_EndpointThatCaptures_WritesToS3AndStopsWhenTheNextConfigDoesNot()
    {
        var time = new ManualTimeProvider();
        var options = new SandboxOptions { Port = 0, Behaviours = [new() { Model = "media-ranker-v7", P50 = TimeSpan.Zero, P99 = TimeSpan.Zero, ErrorRate = 0 }] };
        await using var host = await SandboxHost.StartAsync(options, time, NullLoggerFactory.Instance, CancellationToken.None);
        using var aws = new RuntimeCaller(new Uri($"http://127.0.0.1:{host.BoundPort}"));
        await CreateConfigAsync(aws, "with", new DataCaptureConfig
        {
            EnableCapture = true,
            InitialSamplingPercentage = 100,
            DestinationS3Uri = "s3://canaryconsole-sandbox/captured",
            CaptureOptions = [new CaptureOption { CaptureMode = CaptureMode.Input }],
        });
        await CreateConfigAsync(aws, "without", null);
        await aws.CallAsync<CreateEndpointResponse>("SageMaker.CreateEndpoint", new CreateEndpointRequest { EndpointName = "shop", EndpointConfigName = "with" });
        time.Advance(TimeSpan.FromMinutes(5));
        await aws.InvokeAsync("shop", "{}"u8.ToArray());
        time.Advance(TimeSpan.FromMinutes(2));
        var key = Assert.Single(await WrittenAsync(host, 1));

        Assert.Matches("^captured/shop/only/2026/01/05/12/05-00-000-[0-9a-f-]{36}\\.jsonl$", key);

        await aws.CallAsync<UpdateEndpointResponse>("SageMaker.UpdateEndpoint", new UpdateEndpointRequest { EndpointName = "shop", EndpointConfigName = "without" });
        time.Advance(TimeSpan.FromMinutes(30));
        await aws.InvokeAsync("shop", "{}"u8.ToArray());
        Assert.Empty(host.Simulation.Visit((world, now) => world.Capture.Take(now, all: true)));
    }

    private void Add(DateTimeOffset at, string variant = "v") => _capture.Add(Rule, "e", variant, at, "a\n"u8.ToArray());

    private static Task<CreateEndpointConfigResponse> CreateConfigAsync(RuntimeCaller aws, string name, DataCaptureConfig? capture) => aws.CallAsync<CreateEndpointConfigResponse>(
        "SageMaker.CreateEndpointConfig",
        new CreateEndpointConfigRequest
        {
            EndpointConfigName = name,
            DataCaptureConfig = capture,
            ProductionVariants = [new ProductionVariant { VariantName = "only", ModelName = "media-ranker-v7", InitialInstanceCount = 1, InstanceType = "ml.m5.large", InitialVariantWeight = 1 }],
        });

    private static async Task<IReadOnlyList<string>> WrittenAsync(SandboxHost host, int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var keys = host.Simulation.Visit((world, _) =>
                world.Buckets.Find("canaryconsole-sandbox").Objects.Keys.Where(key => key.StartsWith("captured/", StringComparison.Ordinal)).ToList());
            if (keys.Count >= count)
            {
                return keys;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);
        }
    }
}
