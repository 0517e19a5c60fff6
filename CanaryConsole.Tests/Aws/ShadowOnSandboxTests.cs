using System.Globalization;
using System.Text;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Predictions;
using EndpointStatus = CanaryConsole.Core.Endpoints.EndpointStatus;

namespace CanaryConsole.Tests.Aws;

/// <summary>Shadow variants and captured predictions through our adapters and real HTTP, on the sandbox, under a clock moved by hand.</summary>
public sealed class ShadowOnSandboxTests : ClientsOnSandbox
{
    private const string Bucket = "s3://canaryconsole-sandbox/captures";

    private static readonly ShadowAddition Addition = new(
        new VariantAddition("media-ranker", "media-ranker-shadow", "challenger-shadow", "media-ranker-v8", "ml.m5.xlarge", 1, new Dictionary<string, string> { ["canaryconsole"] = "r-1" }),
        Percentage.FromPercent(50));

    private IEndpointControl Control => Service<IEndpointControl>();

    private IShadowControl Shadows => Service<IShadowControl>();

    [Fact]
    public async Task Shadow_AddedTwiceThenMadeAVariant_IsThereOnceAndThenNoShadow()
    {
        await Shadows.AddShadowAsync(Addition, CancellationToken.None);
        await Shadows.AddShadowAsync(Addition, CancellationToken.None);
        Clock.Advance(TimeSpan.FromMinutes(5));

        var shadowed = await DescribeAsync();
        var shadow = Assert.Single(shadowed.ShadowVariants);
        Assert.Equal(("challenger-shadow", "media-ranker-v8", 0.5, 1), (shadow.Name, shadow.ModelName, shadow.CurrentWeight, shadow.CurrentInstanceCount));
        Assert.Equal(("champion", 1.0), (Assert.Single(shadowed.Variants).Name, shadowed.Variants[0].CurrentWeight));
        var from = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromMinutes(5));
        var answers = await Service<IMetricSource>().ReadAsync([Metrics("champion", from), Metrics("challenger-shadow", from)], CancellationToken.None);
        Assert.InRange(answers[1].Windows.Sum(window => window.Requests) / (double)answers[0].Windows.Sum(window => window.Requests), 0.45, 0.55);

        await Control.AddVariantAsync(Addition.Variant with { ConfigName = "media-ranker-with-v8", VariantName = "challenger", ReplacesShadow = "challenger-shadow" }, CancellationToken.None);
        Clock.Advance(TimeSpan.FromMinutes(5));

        var promoted = await DescribeAsync();
        Assert.Empty(promoted.ShadowVariants);
        Assert.Equal(["champion 1", "challenger 0"], promoted.Variants.Select(variant => string.Create(CultureInfo.InvariantCulture, $"{variant.Name} {variant.CurrentWeight}")));
    }

    [Fact]
    public async Task Shadow_Removed_LeavesTheChampionAsItWas()
    {
        await Shadows.AddShadowAsync(Addition, CancellationToken.None);
        Clock.Advance(TimeSpan.FromMinutes(5));
        var removal = new VariantRemoval("media-ranker", "media-ranker-alone", "challenger-shadow", new Dictionary<string, string>());

        await Shadows.RemoveShadowAsync(removal, CancellationToken.None);
        await Shadows.RemoveShadowAsync(removal, CancellationToken.None);
        Clock.Advance(TimeSpan.FromMinutes(5));

        var alone = await DescribeAsync();
        Assert.Empty(alone.ShadowVariants);
        Assert.Equal((EndpointStatus.InService, "media-ranker-alone"), (alone.Status, alone.ConfigName));
        Assert.Equal(("champion", 1.0, 2), (Assert.Single(alone.Variants).Name, alone.Variants[0].CurrentWeight, alone.Variants[0].CurrentInstanceCount));
    }

    [Fact]
    public async Task Shadow_BesideTwoThatServe_IsRefusedBeforeAnythingIsMade()
    {
        var addition = Addition with { Variant = Addition.Variant with { Endpoint = "search-embeddings", VariantName = "third" } };

        var refused = await Assert.ThrowsAsync<CloudException>(() => Shadows.AddShadowAsync(addition, CancellationToken.None));

        Assert.Equal(CloudFailure.Invalid, refused.Failure);
        Assert.Contains("beside exactly one", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Captures_OfBothVariants_AreReadInPairs()
    {
        await CaptureAsync();
        await Shadows.AddShadowAsync(Addition with { Sampling = Percentage.Whole }, CancellationToken.None);
        Clock.Advance(TimeSpan.FromMinutes(5));
        var endpoint = await DescribeAsync();
        Assert.Equal(new DataCapture(Bucket, Percentage.Whole), endpoint.Capture);
        var since = Clock.GetUtcNow();
        for (var number = 0; number < 40; number++)
        {
            await InvokeAsync(number);
        }

        var sample = await ReadAsync(new CaptureQuery(Bucket, "media-ranker", "champion", "challenger-shadow", since.AddSeconds(-1), since.AddHours(1), 500));

        // A model fails now and then: what it answers then is not captured.
        Assert.InRange(sample.Pairs.Count, 35, 40);
        Assert.Equal(sample.Pairs.Count, sample.Pairs.Select(pair => pair.Input).Distinct().Count());
        Assert.All(sample.Pairs, pair => Assert.Contains("media-ranker-v7", pair.Champion.Text, StringComparison.Ordinal));
        Assert.All(sample.Pairs, pair => Assert.Contains("media-ranker-v8", pair.Challenger.Text, StringComparison.Ordinal));
        var comparison = PredictionComparer.Compare(sample, 0.05);
        Assert.InRange(comparison.Agreement!.Value.Percent, 80, 100);
        Assert.True(comparison.Difference!.Mean > 0);
        Assert.Equal(5, (await ReadAsync(new CaptureQuery(Bucket, "media-ranker", "champion", "challenger-shadow", since.AddSeconds(-1), since.AddHours(1), 5))).Pairs.Count);
    }

    [Fact]
    public async Task Captures_NoSuchBucket_IsAFailureInWords()
    {
        var query = new CaptureQuery("s3://nowhere-at-all", "media-ranker", "champion", "challenger", Clock.GetUtcNow(), Clock.GetUtcNow(), 5);

        var failure = await Assert.ThrowsAsync<CloudException>(() => Service<ICaptureReader>().ReadAsync(query, CancellationToken.None));

        Assert.Contains("nowhere-at-all", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Files are written by the sandbox's own pulse: read until they are there.</summary>
    private async Task<CaptureSample> ReadAsync(CaptureQuery query)
    {
        var reader = Service<ICaptureReader>();
        for (var attempt = 0; attempt < 200; attempt++)
        {
            Clock.Advance(TimeSpan.FromSeconds(10));
            var sample = await reader.ReadAsync(query, CancellationToken.None);
            if (sample.Pairs.Count >= Math.Min(query.MostPairs, 35))
            {
                return sample;
            }
        }

        throw new TimeoutException("The captures were not written.");
    }

    private async Task CaptureAsync()
    {
        var sageMaker = Service<IAmazonSageMaker>();
        await sageMaker.CreateEndpointConfigAsync(new CreateEndpointConfigRequest
        {
            EndpointConfigName = "media-ranker-captured",
            ProductionVariants =
            [
                new ProductionVariant { VariantName = "champion", ModelName = "media-ranker-v7", InstanceType = ProductionVariantInstanceType.MlM5Xlarge, InitialInstanceCount = 2, InitialVariantWeight = 1 },
            ],
            DataCaptureConfig = new DataCaptureConfig
            {
                EnableCapture = true,
                InitialSamplingPercentage = 100,
                DestinationS3Uri = Bucket,
                CaptureOptions = [new CaptureOption { CaptureMode = CaptureMode.Input }, new CaptureOption { CaptureMode = CaptureMode.Output }],
            },
        });
        await sageMaker.UpdateEndpointAsync(new UpdateEndpointRequest { EndpointName = "media-ranker", EndpointConfigName = "media-ranker-captured" });
        Clock.Advance(TimeSpan.FromMinutes(5));
    }

    private async Task InvokeAsync(int number)
    {
        var body = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"user":{{number}}}"""));
        var call = Control.InvokeAsync(new InvocationRequest("media-ranker", null, "application/json", body), CancellationToken.None);
        while (!call.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        await call;
    }

    private Task<EndpointDescription> DescribeAsync() => Control.DescribeAsync("media-ranker", CancellationToken.None);

    private MetricRequest Metrics(string variant, DateTimeOffset from) => new("media-ranker", variant, from, Clock.GetUtcNow(), TimeSpan.FromSeconds(10), null);
}
