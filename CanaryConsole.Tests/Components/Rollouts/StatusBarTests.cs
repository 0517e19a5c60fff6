using Bunit;
using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;
using CanaryConsole.Tests.Presentation;

namespace CanaryConsole.Tests.Components.Rollouts;

public sealed class StatusBarTests : ConsoleTestContext
{
    public static TheoryData<RolloutPhase, string> EveryPhase() => new()
    {
        { RolloutPhase.Planned, "Planned: about to start" },
        { RolloutPhase.AwaitingApproval, "Waiting for approval" },
        { RolloutPhase.Preparing, "Preparing: bringing challenger-v8 onto the endpoint" },
        { RolloutPhase.SmokeTesting, "Smoke test passed: looking whether everything is ready" },
        { RolloutPhase.Baking, "Baking at 25 %: building up evidence" },
        { RolloutPhase.AtGate, "At the gate after 25 %: waiting for approval" },
        { RolloutPhase.Paused, "Paused at 25 %" },
        { RolloutPhase.Promoting, "Promoting: setting the challenger to 100 %" },
        { RolloutPhase.Soaking, "Soaking at 100 %: watching" },
        { RolloutPhase.Completed, "Completed: v8 serves all traffic" },
        { RolloutPhase.RollingBack, "Rolling back: setting the weights now" },
        { RolloutPhase.RolledBack, "Rolled back by itself" },
        { RolloutPhase.Cancelled, "Cancelled before any traffic moved" },
        { RolloutPhase.Blocked, "Blocked: a person is needed" },
    };

    [Theory]
    [MemberData(nameof(EveryPhase))]
    public void StatusBar_Phase_SaysIt(RolloutPhase phase, string label)
    {
        var rollout = new RolloutBuilder().BakingAt25().Building().Build();
        var line = RolloutStatus.Describe(rollout with { State = rollout.State with { Phase = phase } }, RolloutBuilder.Endpoint(), [], RolloutBuilder.Start.AddMinutes(18));

        var bar = Render<StatusBar>(parameters => parameters.Add(component => component.Line, line));

        Assert.Contains(label, bar.Find("[role=status]").TextContent);
    }

    [Fact]
    public void StatusBar_Running_SaysHowOldItIsAndOnHowManyRequests()
    {
        var bar = Render<StatusBar>(parameters => parameters
            .Add(component => component.Line, new StatusLine(Tone.Good, Glyph.Check, "Fine", "All is well."))
            .Add(component => component.UpdatedAt, Clock.GetUtcNow().AddSeconds(-3))
            .Add(component => component.Requests, 4812));

        Assert.Contains("updated 3 s ago", bar.Markup.Text());
        Assert.Contains("4,812 requests on the challenger", bar.Markup.Text());
    }

    [Fact]
    public void StatusBar_Ended_SaysWhenInsteadOfHowFresh()
    {
        var bar = Render<StatusBar>(parameters => parameters
            .Add(component => component.Line, new StatusLine(Tone.Good, Glyph.Check, "Done", "It is done."))
            .Add(component => component.UpdatedAt, Clock.GetUtcNow())
            .Add(component => component.EndedAt, Clock.GetUtcNow().AddMinutes(-5)));

        Assert.Contains("ended 5 min ago", bar.Markup.Text());
        Assert.DoesNotContain("updated", bar.Markup.Text());
    }
}
