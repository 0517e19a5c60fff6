using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Rollouts.Plans;
using CanaryConsole.Core.Serving;
using CanaryConsole.Core.Waves;
using CanaryConsole.Sandbox;

namespace CanaryConsole.Tests.EndToEnd;

[Collection(nameof(OneAtATime))]
public sealed class WaveTests
{
    private const string Plan = """
        modelName: media-ranker-v8
        strategy: allAtOnce
        soakMinutes: 0
        """;

    [Fact]
    public async Task Wave_OverASandboxEndpoint_RunsItsRolloutAndTheHistoryTellsWhatServed()
    {
        await using var console = await ConsoleOnSandbox.StartAsync(new SandboxOptions { Port = 0 });
        var request = Assert.IsType<PlanReading.Read>(PlanFile.Read(Plan, open: true)).Request;
        var started = await console.Waves.StartAsync(
            new WaveRequest { Name = "night", Plan = request, Stages = [new WaveStageRequest { Endpoints = ["media-ranker"] }] }, "ann", CancellationToken.None);
        var wave = Assert.IsType<WaveResult.Accepted>(started).State;

        var done = await console.UntilAsync(wave.Id, state => state.IsFinished);
        var rollout = Assert.Single(await console.Rollouts.ListAsync("media-ranker", 10, CancellationToken.None));
        var before = await console.Serving.AtAsync("media-ranker", wave.StartedAt, CancellationToken.None);
        var after = await console.Serving.AtAsync("media-ranker", done.FinishedAt!.Value, CancellationToken.None);

        Assert.Equal((WavePhase.Completed, RolloutPhase.Completed, wave.Id.Value), (done.Phase, rollout.Phase, rollout.StartedBy));
        Assert.NotEqual("media-ranker-v8", before.Known?.Variants[0].Model);
        Assert.Equal((ServingProof.ReadBack, "media-ranker-v8", 100d), (after.Known!.Proof, after.Known.Variants[0].Model, after.Known.Variants[0].Share.Percent));
        Assert.Empty((await console.VerifyAsync()).Breaks);
    }
}
