using Bunit;
using CanaryConsole.Components.Pages;
using CanaryConsole.Core.Costs;
using Microsoft.Extensions.DependencyInjection;
using static CanaryConsole.Tests.Components.SnapshotBuilder;

namespace CanaryConsole.Tests.Components.Costs;

public sealed class CostsPageTests : ConsoleTestContext
{
    public CostsPageTests() => Services.AddSingleton(PriceTables.Read("", "us-east-1"));

    [Fact]
    public void Costs_Fleet_SumsItAndNamesEachPricesOrigin()
    {
        Feed.Publish(Snapshot([Endpoint(), Endpoint("search-embeddings", variants: [Variant(), Variant("old", weight: 0, instances: 1)])]));

        var text = Render<CostsPage>().Markup.Text();

        Assert.Contains("1.15 USD/h", text);
        Assert.Contains("old on search-embeddings runs without traffic: 0.23 USD an hour, 5.52 a day, 165.60 a month.", text);
        Assert.Contains("us-east-1, 28 Sep 2026", text);
    }

    [Fact]
    public void Costs_UnknownType_IsACallToActAndNoSilentZero()
    {
        Feed.Publish(Snapshot([Endpoint(variants: [Variant(), Variant("challenger", weight: 1, instanceType: "ml.x9.large")])]));

        var text = Render<CostsPage>().Find("[role=alert]").TextContent;

        Assert.Contains("There is no price for ml.x9.large; add it to the price file.", text);
        Assert.Contains("ml.x9.large,,hour,eu-central-1,2026-11-21,", text);
    }

    [Fact]
    public void WhatIf_OtherTypeAndCount_SaysTheDifference()
    {
        Feed.Publish(Snapshot([Endpoint()]));
        var page = Render<CostsPage>();

        page.Find("input[list=priced-types]").Input("ml.g4dn.xlarge");
        page.Find("input.count").Input("1");

        Assert.Contains("+0.28 USD/h, +199.01 USD a month", page.Find(".answer").TextContent);

        page.Find("input.count").Input("many");

        Assert.Contains("\"many\" instances: it must be a whole number from 0 to 1,000.", page.Find(".problem").TextContent);
    }

    [Fact]
    public void Prices_Search_ComesFromTheAddress()
    {
        Feed.Publish(Snapshot([Endpoint()]));
        var navigation = Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>();
        navigation.NavigateTo("/costs?q=g5+us-east");

        var page = Render<CostsPage>();

        Assert.Equal(["ml.g5.12xlarge", "ml.g5.2xlarge", "ml.g5.4xlarge", "ml.g5.xlarge"], page.FindAll(".prices tbody tr td:first-child").Select(cell => cell.TextContent.Replace("used", "", StringComparison.Ordinal).Trim()));
    }
}
