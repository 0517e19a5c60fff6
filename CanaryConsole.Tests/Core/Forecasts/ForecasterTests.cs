using CanaryConsole.Core;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using static CanaryConsole.Tests.Core.Forecasts.ForecastSamples;

namespace CanaryConsole.Tests.Core.Forecasts;

public class ForecasterTests
{
    private static readonly Worsening Doubling = new(WorseningKind.Errors, 2);

    [Fact]
    public void AtShare_GreaterShare_IsSeenSooner()
    {
        var seen = new[] { 1, 5, 25, 50 }.Select(percent => Forecaster.AtShare(Outline(), Traffic(), Percentage.FromPercent(percent)).Of(Doubling)!.After).ToList();

        Assert.Equal(seen.OrderDescending(), seen);
        Assert.Equal(4, seen.Distinct().Count());
    }

    [Fact]
    public void AtShare_MetricsComeLate_AreSeenThatMuchLater()
    {
        var prompt = Forecaster.AtShare(Outline(), Traffic(), Percentage.FromPercent(5)).Of(Doubling)!;
        var late = Forecaster.AtShare(Outline(), Traffic(lateSeconds: 120), Percentage.FromPercent(5)).Of(Doubling)!;

        Assert.Equal(TimeSpan.FromMinutes(2), late.After - prompt.After);
        Assert.Equal(2 * 60 * 5.0, late.Requests - prompt.Requests, 6);
    }

    [Fact]
    public void AtShare_Harmed_AreTheBadRequestsAboveTheChampions()
    {
        var seen = Forecaster.AtShare(Outline(AgainstChampion()), Traffic(errorRate: 0.001), Percentage.FromPercent(5)).Of(new Worsening(WorseningKind.Errors, 10))!;

        Assert.Equal(seen.Requests * 0.009, seen.Harmed, 6);
        Assert.Equal("Error rate against champion", seen.Guardrail);
    }

    [Fact]
    public void AtShare_ChampionWithoutErrors_HasNoMultiplesOfThem()
    {
        var forecast = Forecaster.AtShare(Outline(), Traffic(errorRate: 0), Percentage.FromPercent(5));

        Assert.DoesNotContain(forecast.Seen, seen => seen.Worsening.Kind is WorseningKind.Errors);
        Assert.Contains(forecast.Seen, seen => seen is { Worsening.Kind: WorseningKind.ErrorsOfLimit, Detection: not null });
    }

    [Fact]
    public void Of_BakeTooShort_IsNotSeenInThatStepButInTheWholePlan()
    {
        var forecast = Forecaster.Of(Outline(AgainstChampion()), Traffic(perSecond: 40), Start);

        Assert.Null(forecast.Steps[0].Seen.Single(seen => seen.Worsening == new Worsening(WorseningKind.Errors, 5)).Detection);
        var whole = forecast.Whole.Single(seen => seen.Worsening == new Worsening(WorseningKind.Errors, 5)).Detection!;
        Assert.InRange(whole.After, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30));
    }

    [Fact]
    public void Of_WholePlan_AddsUpTimeAndRequests()
    {
        var forecast = Forecaster.Of(Outline(), Traffic(perSecond: 10), Start);

        Assert.Equal(TimeSpan.FromHours(1), forecast.Lasts);
        Assert.Equal((6_000 * (0.05 + 0.25 + 0.5)) + 18_000, forecast.Requests, 6);
        Assert.Equal(4, forecast.Steps.Count);
    }

    [Fact]
    public void Of_DailyCurve_GivesEachStepTheTrafficOfItsHour()
    {
        var curve = Enumerable.Range(0, 24).Select(hour => (double?)(hour == 3 ? 10 : 40)).ToList();
        var outline = Outline() with { Steps = [new RolloutStep(Percentage.FromPercent(50), TimeSpan.FromHours(1)), new RolloutStep(Percentage.FromPercent(60), TimeSpan.FromHours(1))] };

        var forecast = Forecaster.Of(outline, Traffic(perSecond: 99) with { ByHour = curve }, Start);

        Assert.Equal([18_000, 86_400], forecast.Steps.Take(2).Select(step => step.Requests));
    }

    [Fact]
    public void Of_FailedLooks_NeedsTheRequestsOfALookAndThenTheOthers()
    {
        var looks = ErrorLimit() with { Test = GuardTest.FailedLooks, MinimumRequests = 500 };

        var forecast = Forecaster.Of(Outline(looks), Traffic(perSecond: 100), Start);

        // 300 requests a minute at 5 %: the second window completes the first look, the third the second.
        Assert.Equal(TimeSpan.FromMinutes(3), forecast.Steps[0].Seen.Single(seen => seen.Worsening == new Worsening(WorseningKind.ErrorsOfLimit, 2)).Detection!.After);
        Assert.Null(forecast.Steps[0].Seen.Single(seen => seen.Worsening == new Worsening(WorseningKind.Errors, 5)).Detection);
    }

    [Fact]
    public void Of_SoakAtAHundredPercent_HasNothingToCompareWith()
    {
        var soak = Forecaster.Of(Outline(AgainstChampion()), Traffic(), Start).Steps[^1];

        Assert.Equal(Percentage.Whole, soak.Share);
        Assert.All(soak.Seen, seen => Assert.Null(seen.Detection));
    }

    [Fact]
    public void Sentence_TwoShares_SaysWhenAndHowManyAreHarmed()
    {
        var (five, one) = (Seen(5, 14, 210), Seen(1, 70, 200));

        Assert.Equal("At 5 % a doubling of the error rate is seen in 14 min with 210 requests harmed; at 1 % in 70 min.", ForecastWords.Sentence(five, one, Doubling));
        Assert.Equal("At 5 % 5 times the error-rate limit is not seen within 30 days.", ForecastWords.Sentence(five, null, new Worsening(WorseningKind.ErrorsOfLimit, 5)));

        static ShareForecast Seen(double percent, double minutes, double harmed) => new(
            Percentage.FromPercent(percent), [new WorseningForecast(Doubling, new Detection("any", TimeSpan.FromMinutes(minutes), 1_000, harmed))]);
    }

    [Fact]
    public void Outline_OfARequest_IsThePlanItWouldMake()
    {
        var made = Assert.IsType<OutlineResult.Made>(PlanOutline.Of(new RolloutRequest { Endpoint = "media-ranker", BakeMinutes = 20 })).Outline;

        Assert.Equal([0.05, 0.25, 0.5], made.Steps.Select(step => step.Share.Fraction));
        Assert.Equal(TimeSpan.FromMinutes(90), made.Lasts);
        Assert.Equal(3, made.Guardrails.Count);
        Assert.Equal(0.01, made.Budget.Fraction);
    }

    [Fact]
    public void Outline_OfABadRequest_NamesTheField()
    {
        var invalid = Assert.IsType<OutlineResult.Invalid>(PlanOutline.Of(new RolloutRequest { Endpoint = "media-ranker", ErrorRateLimit = 2 }));

        Assert.Equal(("errorRateLimit", "errorRateLimit is 2; it must be between 0 and 1."), (invalid.Field, invalid.Reason));
    }

    [Fact]
    public void Outline_OfADeploymentBySageMaker_IsRefused() =>
        Assert.Equal("strategy", Assert.IsType<OutlineResult.Invalid>(PlanOutline.Of(new RolloutRequest { Endpoint = "media-ranker", Strategy = Strategy.BlueGreen })).Field);
}
