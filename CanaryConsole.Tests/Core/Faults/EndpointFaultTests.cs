using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Faults;

/// <summary>Faults of the endpoint itself: F1, F3, F12, F14, F23 to F26, F33 and F34 of the list in docs/faults.md.</summary>
public sealed class EndpointFaultTests : IDisposable
{
    private readonly FaultBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task F1_RollbackRefusedWhileUpdating_IsTriedAgainUntilItLands()
    {
        await _bench.BakingAsync();
        var busy = new CloudException(CloudFailure.Busy, "Cannot update in-progress endpoint.");
        _bench.Cloud.Fail["SetWeights"] = busy;
        await _bench.Bench.Rollouts.RollBackAsync(_bench.Id, "looks odd", "ann", CancellationToken.None);

        await _bench.Bench.TickAsync();
        Assert.Equal(RolloutPhase.RollingBack, _bench.State.Phase);
        await _bench.Bench.UntilAsync(_bench.Id, RolloutPhase.RolledBack);

        Assert.Equal(0, _bench.ChallengerWeight);
    }

    [Fact]
    public async Task F3_InServiceOnTheOldWeights_IsNoSuccessAndIsAskedAgain()
    {
        _bench.Cloud.AppliesAtOnce = false;
        var starting = _bench.Bench.StartAsync();
        var id = await starting;
        await _bench.Bench.TickAsync();
        for (var tick = 0; tick < 60 && !_bench.Cloud.Calls.Contains("SetWeights"); tick++)
        {
            _bench.Cloud.Settle();
            await _bench.Bench.TickAsync();
        }

        // As in the field: in service again, the old weights, no reason given.
        _bench.Cloud.Become(EndpointStatus.InService);
        await _bench.Bench.TickAsync();

        Assert.Null(_bench.Bench.State(id).WeightsConfirmedAt);
        Assert.Equal(2, _bench.Cloud.Calls.Count(call => call == "SetWeights"));
    }

    [Fact]
    public async Task F12_Aborted_MeansWeightZeroByReadBack()
    {
        await _bench.BakingAsync();
        _bench.Cloud.AppliesAtOnce = false;
        await _bench.Bench.Rollouts.RollBackAsync(_bench.Id, "looks odd", "ann", CancellationToken.None);

        for (var attempt = 0; attempt < 3; attempt++)
        {
            await _bench.Bench.TickAsync();
            _bench.Cloud.Become(EndpointStatus.InService);
        }

        Assert.Equal((RolloutPhase.RollingBack, 0.25), (_bench.State.Phase, _bench.ChallengerWeight));
        _bench.Cloud.AppliesAtOnce = true;
        await _bench.Bench.UntilAsync(_bench.Id, RolloutPhase.RolledBack);
        Assert.Equal(0, _bench.ChallengerWeight);
    }

    [Fact]
    public async Task F14_ConfigurationExchangedMeanwhile_PausesAsDiverged()
    {
        await _bench.BakingAsync();
        _bench.Cloud.ExchangeOutside("another-config", [.. _bench.Cloud.Endpoint.Variants.Select(variant => variant with { ModelName = "media-ranker-v99" })]);

        await _bench.Bench.UntilAsync(_bench.Id, RolloutPhase.Paused);
        await _bench.LiveAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(RolloutPhase.Paused, _bench.State.Phase);
        Assert.NotNull(_bench.State.Divergence);
        Assert.DoesNotContain("promotionStarted", _bench.Events);
    }

    [Fact]
    public async Task F23_EndpointStuckUpdating_CallsAPersonAfterAnHour()
    {
        _bench.Cloud.AppliesAtOnce = false;
        var id = await _bench.Bench.StartAsync();
        await _bench.LiveAsync(TimeSpan.FromMinutes(62));

        Assert.Equal((RolloutPhase.Preparing, true), (_bench.Bench.State(id).Phase, _bench.Bench.State(id).Paged));
    }

    [Fact]
    public async Task F24_StepHeldByAnEndpointThatDoesNotAnswer_CallsAPersonByTheWallClock()
    {
        await _bench.BakingAsync();
        _bench.Cloud.Become(EndpointStatus.Updating);

        await _bench.LiveAsync(TimeSpan.FromMinutes(12));

        Assert.Equal((RolloutPhase.Baking, true), (_bench.State.Phase, _bench.State.Paged));
        Assert.Single(_bench.Events, "attentionRequested");
    }

    [Fact]
    public async Task F24_SmokeTestWithoutAnAnswer_CallsAPersonByTheWallClock()
    {
        var id = await _bench.Bench.StartAsync();
        await UntilSmokeTestingAsync(id);
        for (var tick = 0; tick < 100 && !_bench.Bench.State(id).Paged; tick++)
        {
            _bench.Cloud.Fail["Invoke"] = new CloudException(CloudFailure.Unavailable, "No answer in 70 s.");
            await _bench.Bench.TickAsync();
        }

        Assert.Equal((RolloutPhase.SmokeTesting, true), (_bench.Bench.State(id).Phase, _bench.Bench.State(id).Paged));
    }

    [Fact]
    public async Task F25_WeightsChangedWhileThingsArePutBack_BlocksAndCallsAPerson()
    {
        await _bench.BakingAsync();
        await _bench.Bench.Rollouts.RollBackAsync(_bench.Id, "looks odd", "ann", CancellationToken.None);
        for (var tick = 0; tick < 20 && _bench.State.Phase is not RolloutPhase.Restoring; tick++)
        {
            _bench.Cloud.Fail["ReadScaling"] = new CloudException(CloudFailure.Throttled, "Rate exceeded.");
            await _bench.Bench.TickAsync();
        }

        _bench.Cloud.SetOutside(0.4);
        await _bench.Bench.TickAsync();
        Assert.Equal(RolloutPhase.Blocked, _bench.State.Phase);
        Assert.Contains("the challenger has 40 %, wanted 0 %", _bench.State.Reason, StringComparison.Ordinal);

        Assert.IsType<CommandResult.Accepted>(await _bench.Bench.Rollouts.RollBackAsync(_bench.Id, "again", "ann", CancellationToken.None));
        await _bench.Bench.UntilAsync(_bench.Id, RolloutPhase.RolledBack);
        Assert.Equal(0, _bench.ChallengerWeight);
    }

    [Fact]
    public async Task F33_Maintenance_HoldsWithoutAWriteAndGoesOnAfterIt()
    {
        await _bench.BakingAsync();
        _bench.Cloud.Become(EndpointStatus.SystemUpdating);
        _bench.Cloud.Calls.Clear();

        await _bench.LiveAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(RolloutPhase.Baking, _bench.State.Phase);
        Assert.DoesNotContain("SetWeights", _bench.Cloud.Calls);

        _bench.Cloud.Become(EndpointStatus.InService);
        await _bench.Bench.UntilAsync(_bench.Id, RolloutPhase.Completed);
    }

    [Theory]
    [InlineData(EndpointStatus.Failed)]
    [InlineData(EndpointStatus.UpdateRollbackFailed)]
    public async Task F34_EndpointFailed_BlocksForAPersonAndTriesNothing(EndpointStatus status)
    {
        await _bench.BakingAsync();
        _bench.Cloud.Become(status);
        await _bench.Bench.UntilAsync(_bench.Id, RolloutPhase.Blocked);
        _bench.Cloud.Calls.Clear();

        await _bench.LiveAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(RolloutPhase.Blocked, _bench.State.Phase);
        Assert.DoesNotContain(_bench.Cloud.Calls, call => call is "SetWeights" or "AddVariant");
    }

    private async Task UntilSmokeTestingAsync(RolloutId id)
    {
        for (var tick = 0; tick < 60 && _bench.Bench.Snapshot.Rollout(id)?.State.Phase is not RolloutPhase.SmokeTesting; tick++)
        {
            _bench.Cloud.Fail["Invoke"] = new CloudException(CloudFailure.Unavailable, "No answer in 70 s.");
            await _bench.Bench.TickAsync();
        }
    }
}
