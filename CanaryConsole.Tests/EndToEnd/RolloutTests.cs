using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Sandbox;

namespace CanaryConsole.Tests.EndToEnd;

[Collection(nameof(OneAtATime))]
public sealed class RolloutTests
{
    [Fact]
    public async Task V9_FailsEightInAHundred_IsRolledBackByItselfAndPeopleAreTold()
    {
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0 });
        var id = await console.BeginAsync(Request(9));
        var second = await console.Rollouts.StartAsync(Request(8), "bob", CancellationToken.None);

        var rollout = await console.UntilAsync(id, (rollout, _) => rollout.State.IsFinished && console.Published.Count > 0);

        var refused = Assert.IsType<CommandResult.Refused>(second);
        Assert.Equal((RefusalKind.Conflict, "endpoint"), (refused.Kind, refused.Field));
        Assert.Contains(id.Value, refused.Reason, StringComparison.Ordinal);

        Assert.Equal(RolloutPhase.RolledBack, rollout.State.Phase);
        var started = rollout.Events.Select(happened => happened.Event).OfType<RolloutEvent.RollbackStarted>().Single();
        Assert.True(started.Automatic);
        Assert.Contains("error rate", started.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(rollout.State.Plan.Guardrails.Count, started.Evidence.Count);
        var breach = started.Evidence.First(assessment => assessment.Verdict is Verdict.Breach);
        Assert.InRange(breach.Evidence.Challenger.Rate!.Value.Percent, 4, 14);
        Assert.IsType<RolloutEvent.RolledBack>(rollout.Events[^1].Event);

        var endpoint = await console.DescribeAsync("media-ranker");
        Assert.Equal(0, endpoint.Variant("challenger-v9")!.CurrentWeight);
        Assert.Equal(Percentage.Whole, endpoint.ShareOf("champion"));
        Assert.Contains(console.Published, message => message.Message.Contains(started.Reason, StringComparison.Ordinal));
        Assert.Empty((await console.VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task V8_Healthy_GetsAllTrafficAndCompletes()
    {
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0 });
        var id = await console.BeginAsync(Request(8));

        var rollout = await console.UntilFinishedAsync(id);

        Assert.Equal((RolloutPhase.Completed, null), (rollout.State.Phase, rollout.State.Reason));
        Assert.Equal(
            [Percentage.FromFraction(0.25), Percentage.FromFraction(0.5), Percentage.Whole],
            rollout.Events.Select(happened => happened.Event).OfType<RolloutEvent.WeightsConfirmed>().Select(confirmed => confirmed.Share));
        Assert.Equal(Enumerable.Range(1, rollout.Events.Count), rollout.Events.Select(happened => happened.Version));
        var endpoint = await console.DescribeAsync("media-ranker");
        Assert.Equal(EndpointStatus.InService, endpoint.Status);
        Assert.Equal(Percentage.Whole, endpoint.ShareOf("challenger-v8"));
        Assert.Empty((await console.VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task Rollback_OrderedWhileTheEndpointUpdates_LandsOnceItIsInService()
    {
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0, WeightUpdating = TimeSpan.FromMinutes(3) });
        var id = await console.BeginAsync(Request(8));
        await console.UntilAsync(id, (rollout, endpoint) =>
            rollout.State is { Phase: RolloutPhase.Baking, WeightsConfirmedAt: null } && endpoint.Description.Status is EndpointStatus.Updating);

        var ordered = await console.Rollouts.RollBackAsync(id, "looks odd", "ann", CancellationToken.None);

        Assert.Equal(RolloutPhase.RollingBack, Assert.IsType<CommandResult.Accepted>(ordered).State.Phase);
        Assert.Equal(EndpointStatus.Updating, (await console.DescribeAsync("media-ranker")).Status);
        var rollout = await console.UntilFinishedAsync(id);
        Assert.Equal((RolloutPhase.RolledBack, "looks odd"), (rollout.State.Phase, rollout.State.Reason));
        Assert.Contains(rollout.Events, happened => happened.Event is RolloutEvent.RollbackDelayed { Topic: "Updating" });
        Assert.Equal(0, (await console.DescribeAsync("media-ranker")).Variant("challenger-v8")!.CurrentWeight);
    }

    // A machine that is busy elsewhere may stop this clock for minutes of its own: a hold must not end in a rollback for that.
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
    };
}
