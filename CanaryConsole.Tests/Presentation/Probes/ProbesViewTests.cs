using CanaryConsole.Core.Hooks;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.SmokeTests;
using CanaryConsole.Presentation.Probes;

namespace CanaryConsole.Tests.Presentation.Probes;

public sealed class ProbesViewTests
{
    private static readonly SmokeExchange Exchange = new(
        "ranks five", 1, "application/json", new RecordedBody("{}", 2, false, false), 200, "text/html", new RecordedBody("<script>alert(1)</script>", 70_000, true, false), TimeSpan.FromMilliseconds(35), 2, null);

    [Fact]
    public void Of_NothingAskedAndNobodyToAsk_IsNothing()
    {
        var rollout = new RolloutBuilder().BakingAt25().Build();

        Assert.Null(ProbesView.Of(rollout.State, rollout.Events));
    }

    [Fact]
    public void Of_Exchange_TellsWhatWasSentAndAnswered()
    {
        var rollout = new RolloutBuilder().Prepared().Then(4, new RolloutEvent.ProbeEvent.SmokeTestAnswered(Exchange)).Build();

        var line = Assert.Single(ProbesView.Of(rollout.State, rollout.Events)!.Requests);

        Assert.Equal(
            new SmokeLine(
                "ranks five · request 1",
                "status 200 · 35 ms · try 2",
                null,
                new BodyText("application/json · 2 bytes", "{}"),
                new BodyText("text/html · 70,000 bytes · the first 64 KB", "<script>alert(1)</script>")),
            line);
    }

    [Fact]
    public void Of_Hooks_SaysWhereEachStands()
    {
        var builder = new RolloutBuilder().Prepared()
            .Then(4, new RolloutEvent.ProbeEvent.HookAsked("freeze", HookMoment.BeforeTraffic))
            .Then(4, new RolloutEvent.ProbeEvent.HookAnswered("freeze", HookMoment.BeforeTraffic, new HookAnswer(true, null, 200, 1, TimeSpan.FromMilliseconds(120))))
            .Then(4, new RolloutEvent.ProbeEvent.HookAsked("budget", HookMoment.BeforeTraffic));
        var rollout = builder.Build();
        var hook = new Hook("freeze", HookMoment.BeforeTraffic, "https://hooks.example.com:8443/check?token=x", TimeSpan.FromSeconds(30));
        var state = rollout.State with { Plan = rollout.State.Plan with { Hooks = [hook with { Name = "users", Moment = HookMoment.AfterTraffic }, hook, hook with { Name = "budget" }] } };

        var view = ProbesView.Of(state, rollout.Events)!;

        Assert.Equal(
            ["freeze before traffic: yes, 120 ms", "budget before traffic: asked", "users after 100 %: not asked yet"],
            view.Hooks.Select(line => $"{line.Name} {line.When}: {line.State.Text}"));
        Assert.All(view.Hooks, line => Assert.Equal("hooks.example.com:8443", line.Host));
    }
}
