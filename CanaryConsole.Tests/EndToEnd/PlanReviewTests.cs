using Amazon.S3.Model;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core.Reviews;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Sandbox;

namespace CanaryConsole.Tests.EndToEnd;

/// <summary>What a review names is what a rollout touches: held against the sandbox's own state before and after.</summary>
[Collection(nameof(OneAtATime))]
public sealed class PlanReviewTests
{
    [Fact]
    public async Task Completed_WithScalingCaptureAlarmsAndTags_TouchesExactlyWhatTheReviewNames()
    {
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0 });
        var request = Request(8) with
        {
            // Limits that a slow machine does not reach: what is touched is the question here, not what is judged.
            ErrorRateLimit = 0.5,
            ErrorRatioLimit = 0,
            LatencyP99LimitMs = 10_000,
            Scaling = new ScalingRequest("invocationsPerInstance", 1, 3, 5),
            Alarms = [new AlarmRequest("latencyP99", 0.01, 1), new AlarmRequest("errorRate5xx", 0.5), new AlarmRequest("cpu", 90), new AlarmRequest("memory", 90)],
        };
        var review = await ReviewAsync(console, request);
        var before = await WorldPicture.TakeAsync(console);

        var id = await console.BeginAsync(request);
        var rollout = await console.UntilFinishedAsync(id);

        Assert.Equal((RolloutPhase.Completed, null), (rollout.State.Phase, rollout.State.Reason));
        Assert.Equal(Named(review, isBack: false), WorldPicture.Touched(before, await WorldPicture.TakeAsync(console)));
        Assert.Equal(PlanDigest.Of(review.Plan), rollout.State.PlanDigest);
        var config = await console.SageMaker.DescribeEndpointConfigAsync(new DescribeEndpointConfigRequest { EndpointConfigName = (await console.DescribeAsync("media-ranker")).ConfigName });
        Assert.Equal((50, "s3://canaryconsole-sandbox/planned"), (config.DataCaptureConfig!.InitialSamplingPercentage, config.DataCaptureConfig.DestinationS3Uri));
        var tags = await console.SageMaker.ListTagsAsync(new ListTagsRequest { ResourceArn = config.EndpointConfigArn });
        Assert.Contains(tags.Tags!, tag => (tag.Key, tag.Value) == ("cost-centre", "4711"));
        Assert.NotEmpty((await console.Storage.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "canaryconsole-sandbox", Prefix = "planned/" })).S3Objects);
        await console.UntilAsync(id, (_, endpoint) => endpoint.Description.Variant("challenger-v8")?.DesiredInstanceCount >= 3);
        Assert.Equal("ALARM", await StateOfAsync(console, $"canaryconsole-{id}-challenger-latency-p99"));
        Assert.Contains(console.Published, message => message.Message.Contains("challenger-latency-p99", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RolledBack_ByItself_TouchesNothingThatTheReviewDoesNotName()
    {
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0 });
        var request = Request(9) with { RollbackPolicy = RollbackPolicy.RestoreConfig, Quarantine = true, Alarms = [new AlarmRequest("memory", 90)] };
        var review = await ReviewAsync(console, request);
        var before = await WorldPicture.TakeAsync(console);

        var rollout = await console.UntilFinishedAsync(await console.BeginAsync(request));

        Assert.Equal((RolloutPhase.RolledBack, true), (rollout.State.Phase, rollout.State.AutomaticRollback));
        var after = await WorldPicture.TakeAsync(console);
        var touched = WorldPicture.Touched(before, after);
        Assert.Empty(touched.Except(Named(review, isBack: false).Union(Named(review, isBack: true))));
        Assert.DoesNotContain(touched, name => name.StartsWith("Alarm ", StringComparison.Ordinal));
        Assert.Null((await console.DescribeAsync("media-ranker")).Capture);
    }

    [Fact]
    public async Task DryRun_OnTheSandbox_PassesUntilAPermissionOrABucketIsMissing()
    {
        // The clock of the limits: a hundred times as fast, nothing would answer in time.
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0 }, timeScale: 1);

        var whole = await console.Reviews.DryRunAsync(Request(8), CancellationToken.None);
        console.Start("deny operation=CreateEndpointConfig");
        var without = await console.Reviews.DryRunAsync(Request(8) with { Capture = new CaptureRequest(0.5, "s3://no-such-bucket/x") }, CancellationToken.None);
        console.Start("deny operation=SimulatePrincipalPolicy");
        var blind = await console.Reviews.DryRunAsync(Request(8), CancellationToken.None);

        Assert.DoesNotContain(whole.Checks, check => check.Result is DryRunResult.Failed or DryRunResult.Unknown && check.Name != "Artifact contract");
        Assert.Equal(
            ["Bucket no-such-bucket", "May call sagemaker:CreateEndpointConfig"],
            without.Checks.Where(check => check.Result is DryRunResult.Failed).Select(check => check.Name).Order(StringComparer.Ordinal));
        Assert.Contains("Allow the console iam:SimulatePrincipalPolicy", blind.Checks.Single(check => check.Name == "Permissions").Why, StringComparison.Ordinal);
        Assert.False(without.Passed || blind.Passed);
    }

    private static async Task<PlanReview> ReviewAsync(ConsoleOnSandbox console, RolloutRequest request) =>
        Assert.IsType<ReviewResult.Made>(await console.Reviews.ReviewAsync(request, CancellationToken.None)).Review;

    private static IReadOnlyList<string> Named(PlanReview review, bool isBack) =>
    [
        .. review.Changes
            .Where(change => change.When.Contains("rollback", StringComparison.Ordinal) == isBack)
            .Select(change => $"{change.Resource} {change.Name}")
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static async Task<string> StateOfAsync(ConsoleOnSandbox console, string alarm) =>
        (await console.CloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = [alarm] })).MetricAlarms!.Single().StateValue!.Value;

    private static RolloutRequest Request(int version) => new()
    {
        Endpoint = "media-ranker",
        PackageGroup = "media-ranker",
        PackageVersion = version,
        Strategy = Strategy.CustomSteps,
        Steps = [new StepRequest(0.25, 2), new StepRequest(0.5, 2)],
        SoakMinutes = 2,
        ErrorRatioLimit = 2,
        HoldLimitMinutes = 10_000,
        Capture = new CaptureRequest(0.5, "s3://canaryconsole-sandbox/planned"),
        Tags = new Dictionary<string, string> { ["cost-centre"] = "4711" },
    };
}
