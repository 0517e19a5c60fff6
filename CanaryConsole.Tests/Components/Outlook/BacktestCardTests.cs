using Bunit;
using CanaryConsole.Components.Controls.Outlook;
using CanaryConsole.Core;
using CanaryConsole.Core.Backtests;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Components.Outlook;

public sealed class BacktestCardTests : ConsoleTestContext
{
    private static readonly RolloutRequest Plan = new() { Endpoint = "media-ranker" };

    [Fact]
    public void Run_ToItsResult_ShowsProgressThenFigures()
    {
        var card = Show();
        card.Find("#backtest-days").Change("3");

        card.Find("#run-backtest").Click();

        Assert.Equal((3, "media-ranker"), (Assert.Single(Backtests.Started).Days!.Value, Backtests.Started[0].Plan.Endpoint));
        card.WaitForAssertion(() => Assert.Contains("reading day 3 of 7", card.Markup, StringComparison.Ordinal));
        Assert.True(card.Find("#backtest-days").HasAttribute("disabled"));

        Backtests.Feed.Publish(Backtests.Feed.Current with { Phase = BacktestPhase.Replaying, Done = 40, Total = 800 });
        card.WaitForAssertion(() => Assert.Equal("40", card.Find("progress").GetAttribute("value")));

        Backtests.Feed.Publish(Backtests.Feed.Current with { Phase = BacktestPhase.Done, Result = Result() });
        card.WaitForAssertion(() => Assert.Contains("1 of 100", card.Find("#backtest-result").TextContent, StringComparison.Ordinal));
        Assert.Contains("90 of 100", card.Find("table").TextContent, StringComparison.Ordinal);
        Assert.Contains("would have rolled back after 4 min", card.Find(".past").TextContent, StringComparison.Ordinal);
        Assert.Contains("False rollbacks by p99 below 100 ms (1). Only 2 days of metrics were found.", card.Find(".remarks").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Cancelled_SaysSo()
    {
        var card = Show();
        card.Find("#run-backtest").Click();
        card.WaitForElement("#cancel-backtest").Click();

        Assert.Equal("backtest-1", Assert.Single(Backtests.Cancelled));
        Backtests.Feed.Publish(Backtests.Feed.Current with { Phase = BacktestPhase.Cancelled });
        card.WaitForAssertion(() => Assert.Contains("Cancelled.", card.Markup, StringComparison.Ordinal));
        Assert.Equal("Run again", card.Find("#run-backtest").TextContent);
    }

    [Fact]
    public void Run_Failed_SaysWhy()
    {
        var card = Show();
        card.Find("#run-backtest").Click();
        Backtests.Feed.Publish(Backtests.Feed.Current with { Phase = BacktestPhase.Failed, Problem = "there are 0 minutes with requests" });

        card.WaitForAssertion(() => Assert.Contains("There are 0 minutes with requests.", card.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Run_Refused_SaysWhy()
    {
        Backtests.Refusal = new BacktestStart.Refused(RefusalKind.Conflict, null, "2 backtests run already; wait for one, or cancel it.");
        var card = Show();

        card.Find("#run-backtest").Click();

        Assert.Equal("2 backtests run already; wait for one, or cancel it.", card.Find("[role=alert]").TextContent);
    }

    [Fact]
    public void Result_PlanChangedSince_IsCalledOutdated()
    {
        var card = Show();
        card.Find("#run-backtest").Click();
        Backtests.Feed.Publish(Backtests.Feed.Current with { Phase = BacktestPhase.Done, Result = Result() });
        card.WaitForElement("#backtest-result");

        card.Render(parameters => parameters.Add(one => one.Plan, Plan with { ErrorRateLimit = 0.05 }));

        Assert.Contains("The plan has changed since; run it again.", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Card_PlanIsWrong_CannotBeRun() =>
        Assert.True(Render<BacktestCard>(parameters => parameters.Add(one => one.Plan, Plan).Add(one => one.CanRun, false)).Find("#run-backtest").HasAttribute("disabled"));

    private IRenderedComponent<BacktestCard> Show() => Render<BacktestCard>(parameters => parameters.Add(one => one.Plan, Plan).Add(one => one.CanRun, true));

    private static BacktestResult Result() => new(
        SnapshotBuilder.Now.AddDays(-2), SnapshotBuilder.Now, 2_880, 1_000_000, 100, 1, Percentage.FromPercent(0.2), Percentage.FromPercent(5.4),
        new Dictionary<string, int> { ["p99 below 100 ms"] = 1 },
        [new WorseningReplays(new Worsening(WorseningKind.Errors, 5), 0, 100, 10, TimeSpan.FromMinutes(7), 12, new Dictionary<string, int> { ["Error rate against champion"] = 90 })],
        [new PastRolloutReplay(new RolloutId("media-ranker-20261119-1"), RolloutPhase.Completed, false, TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(4), "p99 below 100 ms")],
        ["Only 2 days of metrics were found."]);
}
