using Bunit;
using CanaryConsole.Components.Controls.Charts;
using CanaryConsole.Presentation;

namespace CanaryConsole.Tests.Components.Rollouts;

public sealed class LineChartTests : ConsoleTestContext
{
    private static readonly DateTimeOffset Start = SnapshotBuilder.Now;

    [Fact]
    public void Chart_NewPoints_AreAllThatIsSentAfterTheFirstTime()
    {
        var module = JSInterop.SetupModule("./js/charts.js");
        module.Mode = JSRuntimeMode.Loose;
        module.Setup<int>("create", _ => true).SetResult(7);
        var chart = Show(View(Point(10, 1), Point(20, 2)));

        chart.Render(parameters => parameters.Add(component => component.View, View(Point(10, 1), Point(20, 2), Point(30, 3))));

        Assert.Equal("""[[10000,1,0],[20000,2,0]]""", Sent(Assert.Single(module.Invocations["create"]).Arguments[1]));
        var update = Assert.Single(module.Invocations["update"]);
        Assert.Equal(7, update.Arguments[0]);
        Assert.Equal("""[[30000,3,0]]""", Sent(update.Arguments[1]));
    }

    [Fact]
    public void Chart_NothingNew_SendsNothing()
    {
        var module = JSInterop.SetupModule("./js/charts.js");
        module.Mode = JSRuntimeMode.Loose;
        var view = View(Point(10, 1));
        var chart = Show(view);

        chart.Render(parameters => parameters.Add(component => component.View, view));

        Assert.Empty(module.Invocations["update"]);
    }

    [Fact]
    public void Chart_NoPoints_SaysSoInsteadOfDrawing()
    {
        var chart = Show(View());

        Assert.Contains("No requests were counted in this time.", chart.Markup);
        Assert.Empty(JSInterop.Invocations["import"]);
    }

    [Fact]
    public void Chart_Stale_SaysSinceWhen() => Assert.Contains(
        "stale last read 03:08:20", Show(View(Point(10, 1)) with { StaleSince = Start }).Markup.Text());

    [Fact]
    public void Chart_ForThoseWhoDoNotSeeIt_IsASentence() => Assert.Equal(
        "In words.", Show(View(Point(10, 1))).Find("[role=img]").GetAttribute("aria-label"));

    private static string Sent(object? news) => System.Text.Json.JsonSerializer.Serialize(news!.GetType().GetProperty("Champion")!.GetValue(news));

    private static ChartPoint Point(int second, double value) => new(second * 1000, value, false);

    private static ChartView View(params ChartPoint[] points) => new("error-rate", "Error rate", "%", points, [], null, null, "1", "–", null, "In words.");

    private IRenderedComponent<LineChart> Show(ChartView view) => Render<LineChart>(parameters => parameters
        .Add(component => component.View, view)
        .Add(component => component.Markers, [])
        .Add(component => component.From, Start.AddMinutes(-5))
        .Add(component => component.To, Start));
}
