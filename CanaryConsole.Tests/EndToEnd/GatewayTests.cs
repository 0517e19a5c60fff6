using CanaryConsole.Aws.SageMakerRuntime.Forwarding;
using CanaryConsole.Core.Gateway;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Gateway;
using CanaryConsole.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.EndToEnd;

[Collection(nameof(OneAtATime))]
public sealed class GatewayTests
{
    private const string Endpoint = "media-ranker";

    [Fact]
    public async Task V9_FailsEightInAHundred_IsRolledBackByTheGatewayWhileCloudWatchSaysNothing()
    {
        var options = new SandboxOptions { Port = 0, FleetUpdating = TimeSpan.FromSeconds(20) };
        await using var console = await ConsoleOnSandbox.StartAsync(options, timeScale: 20, services => services.Configure<GatewayOptions>(gateway => gateway.Endpoints = "*"));
        console.Start($"late-metrics endpoint={Endpoint} seconds=3600");
        var id = await console.BeginAsync(Request());
        await console.UntilAsync(id, (rollout, _) => rollout.State is { Phase: RolloutPhase.Baking, WeightsConfirmedAt: not null });

        using var over = new CancellationTokenSource();
        var users = Enumerable.Range(0, 4).Select(user => AskAsync(console, user, over.Token)).ToList();
        var rollout = await console.UntilFinishedAsync(id);
        await over.CancelAsync();
        await Task.WhenAll(users);

        Assert.Equal(RolloutPhase.RolledBack, rollout.State.Phase);
        var started = rollout.Events.Select(happened => happened.Event).OfType<RolloutEvent.RollbackStarted>().Single();
        Assert.True(started.Automatic);
        var breach = started.Evidence.First(assessment => assessment.Verdict is Verdict.Breach);
        Assert.True(breach.Evidence.LogEvidence >= breach.Evidence.LogLimit);
        Assert.Equal(0, (await console.DescribeAsync(Endpoint)).Variant("challenger-v9")!.CurrentWeight);
    }

    private static async Task AskAsync(ConsoleOnSandbox console, int user, CancellationToken over)
    {
        for (var request = 0; !over.IsCancellationRequested; request++)
        {
            var target = console.Gateway.Target(Endpoint, null, $"{user}-{request}");
            using var answer = await console.Forwarder.SendAsync(new InvocationToForward(Endpoint, "{}"u8.ToArray()) { TargetVariant = target.Variant }, CancellationToken.None);
            console.Gateway.Count(
                Endpoint, target, RuntimeAnswer.Variant(answer), answer.IsSuccessStatusCode ? InvocationStatus.Answered : InvocationStatus.ModelServerError, TimeSpan.FromMilliseconds(20));
        }
    }

    private static RolloutRequest Request() => new()
    {
        Endpoint = Endpoint,
        PackageGroup = "media-ranker",
        PackageVersion = 9,
        Strategy = Strategy.CustomSteps,
        Steps = [new StepRequest(0.25, 30)],
        SoakMinutes = 2,
        HoldLimitMinutes = 10_000,
    };
}
