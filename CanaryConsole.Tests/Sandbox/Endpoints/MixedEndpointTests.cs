using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox;
using CanaryConsole.Sandbox.Protocol;
using CanaryConsole.Tests.Sandbox.Endpoints.Deployments;
using Endpoint = CanaryConsole.Sandbox.Endpoints.Endpoint;

namespace CanaryConsole.Tests.Sandbox.Endpoints;

/// <summary>A rolling update whose rollback fails, because instances of the old fleet do not start again.</summary>
public sealed class MixedEndpointTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Endpoint _endpoint = Endpoint.Serving(new SandboxOptions(), "e", Fleets.Of("old", 4, starts: false), Start);

    public MixedEndpointTests()
    {
        _endpoint.Update(Fleets.Of("new", 4), Fleets.Rolling(Fleets.Percent(50), alarms: "errors"), Start);
        _endpoint.AdvanceTo(Start + TimeSpan.FromSeconds(250), _ => false);
        _endpoint.AdvanceTo(Start + TimeSpan.FromSeconds(260), _ => true);
        Assert.Equal(EndpointStatus.RollingBack, _endpoint.Status);
        _endpoint.AdvanceTo(Start + TimeSpan.FromSeconds(500), _ => true);
    }

    [Fact]
    public void RollbackThatFails_LeavesBothFleetsServing()
    {
        Assert.Equal((EndpointStatus.UpdateRollbackFailed, true), (_endpoint.Status, _endpoint.IsServing));
        Assert.Contains("The rollback failed: The primary container for production variant champion did not pass the ping health check.", _endpoint.FailureReason, StringComparison.Ordinal);
        Assert.Equal(["new", "old"], new[] { 0.2, 0.8 }.Select(point => _endpoint.Route(point)!.Value.Fleet.Config.Name));
    }

    [Fact]
    public void Mix_WeightsChanged_IsRefused() => Assert.Equal(
        "Cannot update endpoint \"arn:aws:sagemaker:eu-central-1:123456789012:endpoint/e\" with status \"UpdateRollbackFailed\".",
        Assert.Throws<AwsErrorException>(() => _endpoint.UpdateWeightsAndCapacities([new DesiredWeightAndCapacity { VariantName = "champion", DesiredWeight = 2 }], Start)).Message);

    [Fact]
    public void Mix_UpdatedAgain_IsInServiceOnOneConfig()
    {
        var later = Start + TimeSpan.FromSeconds(600);
        _endpoint.Update(Fleets.Of("third", 4), config: null, later);
        _endpoint.AdvanceTo(later + TimeSpan.FromMinutes(4), _ => false);

        Assert.Equal((EndpointStatus.InService, "third", null), (_endpoint.Status, _endpoint.Config.Name, _endpoint.FailureReason));
    }
}
