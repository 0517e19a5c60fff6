using CanaryConsole.Aws.Adapters;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Reviews;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Sandbox.Faults;

namespace CanaryConsole.Tests.Aws.Adapters;

/// <summary>What a dry run asks of the cloud, through our clients and real HTTP, on the sandbox.</summary>
public sealed class DryRunOnSandboxTests : ClientsOnSandbox
{
    private const string Endpoint = "arn:aws:sagemaker:eu-central-1:123456789012:endpoint/media-ranker";

    private static readonly PermissionQuestion[] Questions =
        [new("sagemaker:UpdateEndpoint", Endpoint), new("sagemaker:AddTags", Endpoint), new("cloudwatch:GetMetricData", "*")];

    [Fact]
    public async Task Permissions_NothingDenied_AreAllThere()
    {
        var report = await Service<IPermissionProbe>().AskAsync(Questions, CancellationToken.None);

        Assert.Empty(report.Denied);
        Assert.EndsWith(":user/sandbox", report.Principal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Permissions_OneDenied_IsNamedWithItsResource()
    {
        Simulation.Visit((world, now) => world.Faults.Start(FaultParser.Parse("deny operation=UpdateEndpoint"), now));

        var report = await Service<IPermissionProbe>().AskAsync(Questions, CancellationToken.None);

        Assert.Equal([Questions[0]], report.Denied);
    }

    [Fact]
    public async Task Permissions_SimulationItselfDenied_IsAccessDenied()
    {
        Simulation.Visit((world, now) => world.Faults.Start(FaultParser.Parse("deny operation=SimulatePrincipalPolicy"), now));

        var failure = await Assert.ThrowsAsync<CloudException>(() => Service<IPermissionProbe>().AskAsync(Questions, CancellationToken.None));

        Assert.Equal(CloudFailure.AccessDenied, failure.Failure);
    }

    [Theory]
    [InlineData("arn:aws:sts::123456789012:assumed-role/console/i-0abc", "arn:aws:iam::123456789012:role/console")]
    [InlineData("arn:aws-cn:iam::123456789012:user/ann", "arn:aws-cn:iam::123456789012:user/ann")]
    public void Principal_OfACaller_IsWhoHasThePolicies(string caller, string principal) => Assert.Equal(principal, IamPermissionProbe.Principal(caller));

    [Theory]
    [InlineData("s3://canaryconsole-sandbox/captures", ReadinessResult.Passed)]
    [InlineData("s3://no-such-bucket/captures", ReadinessResult.Failed)]
    public async Task Destination_ByItsBucket_IsThereOrNot(string uri, ReadinessResult expected) =>
        Assert.Equal(expected, (await Service<IDestinationProbe>().CheckAsync(uri, CancellationToken.None)).Result);

    [Fact]
    public async Task Model_ThatIsYetToBeMade_IsLookedAtByItsPackage()
    {
        var endpoint = await Service<IEndpointControl>().DescribeAsync("media-ranker", CancellationToken.None);
        var package = $"arn:aws:sagemaker:eu-central-1:{endpoint.Arn.Split(':')[4]}:model-package/media-ranker/8";

        var checks = await Service<IReadinessProbe>().CheckModelAsync(new ModelQuestion("media-ranker-v8", package, endpoint.Arn), CancellationToken.None);

        Assert.All(checks, check => Assert.False(check.Holds, $"{check.Name}: {check.Why}"));
        Assert.Contains(checks, check => check.Name.StartsWith("Model artifact s3://", StringComparison.Ordinal));
        Assert.DoesNotContain(checks, check => check.Name == "Role");
    }

    [Fact]
    public async Task Tracking_PutAndReadBack_IsTheSame()
    {
        var scaling = Service<IScalingControl>();
        foreach (var metric in Enum.GetValues<ScalingMetric>())
        {
            var wanted = scaling.Tracking("media-ranker", "champion", new ChallengerScaling(metric, 80.5, 2, 4));
            await scaling.PutAsync("media-ranker", wanted, CancellationToken.None);

            Assert.True(wanted.IsSameAs(Assert.Single(await scaling.ReadAsync("media-ranker", ["champion"], CancellationToken.None))));
        }
    }
}
