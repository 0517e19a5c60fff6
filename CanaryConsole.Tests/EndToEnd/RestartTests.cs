using CanaryConsole.Core;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Sandbox;

namespace CanaryConsole.Tests.EndToEnd;

[Collection(nameof(OneAtATime))]
public sealed class RestartTests
{
    [Fact]
    public async Task Rollout_ConsoleAndSandboxStoppedOnTheWay_GoesOnWhereItWas()
    {
        var folder = Directory.CreateTempSubdirectory("canaryconsole-restart").FullName;
        try
        {
            var clock = new ScaledTimeProvider(TimeProvider.System, 50);
            var options = new SandboxOptions { Port = 0, Folder = Path.Combine(folder, "sandbox") };
            RolloutId id;
            await using (var console = await ConsoleOnSandbox.StartOnAsync(options, clock, folder))
            {
                id = await console.BeginAsync(Request);
                await console.UntilAsync(id, (rollout, _) => rollout.State is { Phase: RolloutPhase.Baking, WeightsConfirmedAt: not null });
            }

            await using var again = await ConsoleOnSandbox.StartOnAsync(options, clock, folder);
            var rollout = await again.UntilFinishedAsync(id);

            Assert.Equal((RolloutPhase.Completed, null), (rollout.State.Phase, rollout.State.Reason));
            Assert.DoesNotContain(rollout.Events, happened => happened.Event is RolloutEvent.RolloutPaused);
            Assert.Equal(Percentage.Whole, (await again.DescribeAsync("media-ranker")).ShareOf("challenger-v8"));
            Assert.Empty((await again.VerifyAsync()).Breaks);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Long enough at the first step for a machine that is busy elsewhere to stop and start both in it.
    private static RolloutRequest Request => new()
    {
        Endpoint = "media-ranker",
        PackageGroup = "media-ranker",
        PackageVersion = 8,
        Strategy = Strategy.CustomSteps,
        Steps = [new StepRequest(0.25, 10), new StepRequest(0.5, 2)],
        SoakMinutes = 2,
        ErrorRatioLimit = 2,
        HoldLimitMinutes = 10_000,
    };
}
