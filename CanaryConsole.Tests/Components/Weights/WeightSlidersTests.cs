using Bunit;
using CanaryConsole.Components.Controls.Weights;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using Microsoft.Extensions.DependencyInjection;
using Radzen.Blazor;
using static CanaryConsole.Tests.Components.SnapshotBuilder;

namespace CanaryConsole.Tests.Components.Weights;

public sealed class WeightSlidersTests : ConsoleTestContext
{
    private readonly FakeWeightService _weights = new();

    public WeightSlidersTests() => Services.AddSingleton<IWeightService>(_weights);

    [Fact]
    public void Sliders_OneIsMoved_TheOthersMakeItAHundred()
    {
        var sliders = Show(ThreeVariants());

        sliders.Find("input[aria-label='Share of champion']").Input("40");

        Assert.Equal(["40", "40", "20"], Percents(sliders));
    }

    [Fact]
    public void Sliders_NumberBoxTakesATenth_SumStaysAHundred()
    {
        var sliders = Show(ThreeVariants());

        sliders.Find("input[aria-label='Share of champion in percent']").Change("33.3");

        Assert.Equal(["33.3", "44.5", "22.2"], Percents(sliders));
    }

    [Fact]
    public void Sliders_OneIsMoved_LoadOfEachInstanceFollows()
    {
        var sliders = Show(TwoVariants());

        sliders.Find("input[aria-label='Share of champion']").Input("50");

        Assert.Contains("10 requests/s on each of 2 instances", sliders.Markup.Text());
        Assert.Contains("20 requests/s on each of 1 instance (now 8)", sliders.Markup.Text());
    }

    [Fact]
    public void Apply_Confirmed_SaysBeforeAndAfterThenAsks()
    {
        var (sliders, dialogs) = ShowWithDialogs(TwoVariants());
        sliders.Find("input[aria-label='Share of champion']").Input("0");

        sliders.Button("Apply…").Click();

        var said = dialogs.Markup.Text();
        Assert.Contains("Change the weights of media-ranker?", said);
        Assert.Contains("80 %", said);
        Assert.Contains("100 %", said);
        Assert.Contains("champion (v7) gets no traffic any more; its 2 instances keep running and costing.", said);
        Assert.Contains("Each challenger instance gets 5 times its load: 40 requests a second instead of 8.", said);
        Assert.Empty(_weights.Asked);

        dialogs.Button("Change weights").Click();

        sliders.WaitForAssertion(() => Assert.Equal(("media-ranker", "operator", 0.0, 1.0), Assert.Single(_weights.Asked)));
    }

    [Fact]
    public void Apply_Cancelled_NothingIsAsked()
    {
        var (sliders, dialogs) = ShowWithDialogs(TwoVariants());
        sliders.Find("input[aria-label='Share of champion']").Input("60");
        sliders.Button("Apply…").Click();

        dialogs.Button("Cancel").Click();

        Assert.Empty(_weights.Asked);
        Assert.Equal(["60", "40"], Percents(sliders));
    }

    [Fact]
    public void Apply_Refused_SaysWhyAndKeepsTheWish()
    {
        _weights.Answer = new WeightResult.Refused(RefusalKind.Conflict, "endpoint", "Endpoint media-ranker is Updating; weights can be changed once it is in service.");
        var sliders = ApplySixty();

        sliders.WaitForAssertion(() => Assert.Contains("Not changed: Endpoint media-ranker is Updating", sliders.Markup.Text()));
        Assert.Equal(["60", "40"], Percents(sliders));
    }

    [Fact]
    public void Apply_Accepted_WaitsUntilTheWeightsAreReadBack()
    {
        var sliders = ApplySixty();
        sliders.WaitForAssertion(() => Assert.Contains("Waiting to read the new weights back", sliders.Markup.Text()));

        Clock.Advance(TimeSpan.FromSeconds(3));
        sliders.WaitForAssertion(() => Assert.Contains("Asked 3 s ago, endpoint is InService", sliders.Markup.Text()));
        Clock.Advance(TimeSpan.FromSeconds(5));
        sliders.Render(parameters => parameters.Add(control => control.Endpoint, TwoVariants(champion: 0.6, challenger: 0.4)));

        Assert.Contains("Read back: 60 / 40. The change took 8 s.", sliders.Markup.Text());
        Assert.DoesNotContain("Asked", sliders.Markup.Text());
    }

    [Fact]
    public void Apply_EndpointShowsOtherWeightsLongAfter_SaysSomebodyElseChangedThem()
    {
        var sliders = ApplySixty();
        sliders.WaitForAssertion(() => Assert.Contains("Asked", sliders.Markup.Text()));

        sliders.Render(parameters => parameters.Add(control => control.Endpoint, TwoVariants(champion: 70, challenger: 30, describedAt: Now.AddMinutes(3))));

        Assert.Contains("somebody else has changed them since", sliders.Markup.Text());
        Assert.Equal(["70", "30"], Percents(sliders));
    }

    [Fact]
    public void OutsideChange_WhileEditing_IsShownAndTheEditKept()
    {
        var sliders = Show(TwoVariants());
        sliders.Find("input[aria-label='Share of champion']").Input("60");

        sliders.Render(parameters => parameters.Add(control => control.Endpoint, TwoVariants(champion: 70, challenger: 30)));

        Assert.Contains("Changed outside while you were editing: now 70 / 30", sliders.Markup.Text());
        Assert.Equal(["60", "40"], Percents(sliders));

        sliders.Button("Take the new weights").Click();

        Assert.Equal(["70", "30"], Percents(sliders));
    }

    [Fact]
    public void OutsideChange_NothingEdited_IsFollowed()
    {
        var sliders = Show(TwoVariants());

        sliders.Render(parameters => parameters.Add(control => control.Endpoint, TwoVariants(champion: 70, challenger: 30)));

        Assert.Equal(["70", "30"], Percents(sliders));
    }

    [Fact]
    public void Reset_AfterAMove_ShowsWhatTheEndpointHas()
    {
        var sliders = Show(TwoVariants());
        sliders.Find("input[aria-label='Share of champion']").Input("60");

        sliders.Button("Reset").Click();

        Assert.Equal(["80", "20"], Percents(sliders));
        Assert.True(sliders.Button("Apply…").HasAttribute("disabled"));
    }

    [Fact]
    public void Lock_RolloutActive_LinksToItAndDisables()
    {
        var sliders = Render<WeightSliders>(parameters => parameters
            .Add(control => control.Endpoint, TwoVariants())
            .Add(control => control.ActiveRollout, State()));

        Assert.Contains("A rollout moves the traffic of media-ranker; change its share there, or end it first.", sliders.Markup.Text());
        Assert.Equal("/rollouts/media-ranker-20261121-1", sliders.Find("a").GetAttribute("href"));
        Assert.All(sliders.FindAll("input"), input => Assert.True(input.HasAttribute("disabled")));
    }

    [Fact]
    public void Lock_EndpointUpdating_SaysSoAndDisables()
    {
        var sliders = Show(TwoVariants(status: EndpointStatus.Updating));

        Assert.Contains("media-ranker is Updating; weights can be changed once it is InService.", sliders.Markup.Text());
        Assert.All(sliders.FindAll("input"), input => Assert.True(input.HasAttribute("disabled")));
    }

    [Fact]
    public void Lock_SingleVariant_SaysSo()
    {
        var sliders = Show(Endpoint());

        Assert.Contains("The only variant gets everything", sliders.Markup.Text());
    }

    private static EndpointSnapshot TwoVariants(
        double champion = 80, double challenger = 20, EndpointStatus status = EndpointStatus.InService, DateTimeOffset? describedAt = null) =>
        Endpoint(
            status: status,
            variants: [Variant(weight: champion), Variant("challenger", "media-ranker-v8", challenger, instances: 1)],
            histories: [History(requestsPerSecond: 32), History("challenger", requestsPerSecond: 8)],
            describedAt: describedAt);

    private static EndpointSnapshot ThreeVariants() => Endpoint(variants:
        [Variant(weight: 70), Variant("challenger", "media-ranker-v8", 20), Variant("third", "media-ranker-v6", 10)]);

    private static string[] Percents(IRenderedComponent<WeightSliders> sliders) =>
        [.. sliders.FindAll("input[type=number]").Select(input => input.GetAttribute("value") ?? "")];

    private IRenderedComponent<WeightSliders> Show(EndpointSnapshot endpoint) => Render<WeightSliders>(parameters => parameters
        .Add(control => control.Endpoint, endpoint)
        .Add(control => control.ActiveRollout, null));

    private (IRenderedComponent<WeightSliders> Sliders, IRenderedComponent<RadzenDialog> Dialogs) ShowWithDialogs(EndpointSnapshot endpoint)
    {
        var dialogs = Render<RadzenDialog>();
        return (Show(endpoint), dialogs);
    }

    private IRenderedComponent<WeightSliders> ApplySixty()
    {
        var (sliders, dialogs) = ShowWithDialogs(TwoVariants());
        sliders.Find("input[aria-label='Share of champion']").Input("60");
        sliders.Button("Apply…").Click();
        dialogs.Button("Change weights").Click();
        return sliders;
    }

    private sealed class FakeWeightService : IWeightService
    {
        public WeightResult Answer { get; set; } = new WeightResult.Accepted([], []);

        public List<(string Endpoint, string Actor, double Champion, double Challenger)> Asked { get; } = [];

        public Task<WeightResult> SetAsync(string endpoint, IReadOnlyDictionary<string, double> shares, string actor, CancellationToken cancellationToken)
        {
            Asked.Add((endpoint, actor, shares["champion"], shares["challenger"]));
            return Task.FromResult(Answer);
        }
    }
}
