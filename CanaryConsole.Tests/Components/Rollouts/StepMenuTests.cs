using Bunit;
using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Core;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;
using CanaryConsole.Tests.Presentation;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Components.Rollouts;

/// <summary>The menu of what is done now and then, the other answer at a gate, and the banner of somebody else's change.</summary>
public sealed class StepMenuTests : ConsoleTestContext
{
    private const string Id = "media-ranker-20261121-1";

    private readonly RecordingRollouts _rollouts = new() { Answer = new CommandResult.Accepted(new RolloutBuilder().BakingAt25().Build().State) };

    public StepMenuTests() => Services.AddSingleton<IRolloutService>(_rollouts);

    [Fact]
    public void Skip_Confirmed_GoesOnWithTheWords()
    {
        var bar = Bar(new RolloutBuilder().BakingAt25().Healthy());

        bar.Button("Skip step…").Click();
        Assert.Contains("25 %→50 %", bar.Find("[role=dialog]").InnerHtml.Text().Replace(" → ", "→", StringComparison.Ordinal));
        bar.Find("#ask-reason").Input("seen enough");
        bar.Find("#ask-confirm").Click();

        Assert.Equal([$"skip {Id} by operator: seen enough"], _rollouts.Asked);
    }

    [Fact]
    public void Skip_WithABreach_IsDisabledAndSaysWhy()
    {
        var bar = Bar(new RolloutBuilder().BakingAt25().Breached());

        Assert.True(bar.Button("Skip step…").HasAttribute("disabled"));
        Assert.Contains("Not while \"Error rate below 1 %\" is in breach", bar.Find(".menu").InnerHtml.Text());
    }

    [Fact]
    public void Jump_AnotherStepChosen_ShowsItsShareAndGoesThere()
    {
        var bar = Bar(new RolloutBuilder().BakingAt25().Healthy());

        bar.Button("Jump to step…").Click();
        bar.Find("#ask-choice").Change("2");
        Assert.Equal("Go to 50 %", bar.Find("#ask-confirm").TextContent);
        bar.Find("#ask-confirm").Click();

        Assert.Equal([$"jump {Id} by operator to 2: "], _rollouts.Asked);
    }

    [Fact]
    public void Extend_Chosen_AsksForThoseMinutes()
    {
        var bar = Bar(new RolloutBuilder().BakingAt25().Healthy());

        bar.Button("Extend bake…").Click();
        bar.Find("#ask-choice").Change("240");
        bar.Find("#ask-confirm").Click();

        Assert.Equal([$"extend {Id} by operator by 240: "], _rollouts.Asked);
    }

    [Fact]
    public void Restart_Confirmed_GoesBackToTheFirstShare()
    {
        var bar = Bar(new RolloutBuilder().BakingAt25().Healthy());

        bar.Button("Restart steps…").Click();
        Assert.Equal("Back to 5 %", bar.Find("#ask-confirm").TextContent);
        bar.Find("#ask-confirm").Click();

        Assert.Equal([$"restart steps {Id} by operator: "], _rollouts.Asked);
    }

    [Fact]
    public void Refuse_AtAGate_NeedsAReason()
    {
        var bar = Bar(new RolloutBuilder(gate: true).BakingAt25().Healthy().Then(30, new RolloutEvent.GateReached(1)));

        bar.Button("Refuse…").Click();
        Assert.True(bar.Find("#ask-confirm").HasAttribute("disabled"));
        bar.Find("#ask-reason").Input("answers look odd");
        bar.Find("#ask-confirm").Click();

        Assert.Equal([$"refuse {Id} by operator: answers look odd"], _rollouts.Asked);
    }

    [Fact]
    public void Banner_Diverged_ShowsWantedAndSeenAndRestoresInOnePress()
    {
        var banner = Banner(notAdoptable: null);

        Assert.Contains("The challenger has 60 %, wanted 25 %.", banner.Markup.Text());
        banner.Button("Restore").Click();

        Assert.Equal([$"restore {Id} by operator"], _rollouts.Asked);
    }

    [Fact]
    public void Banner_NotAdoptable_SaysWhyBesideADisabledButton()
    {
        var banner = Banner(notAdoptable: "the challenger's variant challenger-v8 is gone");

        Assert.True(banner.Button("Adopt").HasAttribute("disabled"));
        Assert.Contains("The challenger's variant challenger-v8 is gone.", banner.Markup.Text());
    }

    [Fact]
    public void Banner_RefusedMeanwhile_SaysTheReason()
    {
        _rollouts.Answer = new CommandResult.Refused(RefusalKind.Conflict, null, "nobody else has changed its endpoint");
        var banner = Banner(notAdoptable: null);

        banner.Button("Adopt").Click();

        Assert.Contains("Nobody else has changed its endpoint.", banner.Find("[role=alert]").InnerHtml.Text());
    }

    private IRenderedComponent<ActionBar> Bar(RolloutBuilder builder)
    {
        var rollout = builder.Build();
        return Render<ActionBar>(parameters => parameters
            .Add(bar => bar.Rollout, rollout)
            .Add(bar => bar.Actions, RolloutActions.For(rollout))
            .Add(bar => bar.Actual, Percentage.FromPercent(25)));
    }

    private IRenderedComponent<DivergedBanner> Banner(string? notAdoptable)
    {
        EndpointSight Sight(double share) => new("config-1", [
            new SeenVariant("champion", "media-ranker-v7", "ml.m5.xlarge", 1 - share, 2), new SeenVariant("challenger-v8", "media-ranker-v8", "ml.m5.xlarge", share, 2)]);
        var state = new RolloutBuilder().BakingAt25()
            .Then(20, new RolloutEvent.DivergenceEvent.EndpointDiverged(new Divergence(Sight(0.25), Sight(0.6), ["the challenger has 60 %, wanted 25 %"], false, notAdoptable)))
            .Build().State;
        return Render<DivergedBanner>(parameters => parameters.Add(banner => banner.Id, state.Id).Add(banner => banner.View, DivergenceView.Of(state)!));
    }
}
