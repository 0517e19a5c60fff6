using Bunit;
using CanaryConsole.Core;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Registry.Metrics;
using CanaryConsole.Core.Serving;
using CanaryConsole.Live;
using CanaryConsole.Tests.Core.Registry;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static CanaryConsole.Tests.Components.SnapshotBuilder;
using GroupPage = CanaryConsole.Components.Pages.RegistryGroupPage;
using RegistryPage = CanaryConsole.Components.Pages.Registry;

namespace CanaryConsole.Tests.Components.Registry;

public sealed class RegistryPageTests : ConsoleTestContext
{
    private readonly FakeCatalog _registry = new();

    public RegistryPageTests()
    {
        Services.AddSingleton<IModelRegistry>(_registry).AddSingleton<IPackageCatalog>(_registry).AddSingleton<IServedVersions>(_registry).AddSingleton<IPackageMetrics>(_registry);
        Services.AddSingleton<RegistryShelf>().AddSingleton<ServedShelf>().AddSingleton<KeyMetrics>();
        Services.AddOptions();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Publish(Snapshot([Endpoint()]));
        _registry.Answer = () => [PackageSamples.Package(8), PackageSamples.Package(7, ModelApproval.PendingManualApproval)];
    }

    [Fact]
    public void Groups_AtTheAddress_ShowCountNewestAndWhatServes()
    {
        var page = Render<RegistryPage>();

        page.WaitForAssertion(() => Assert.Equal("media-ranker 2 v8Approved", string.Join(' ', Cells(page)[..3])));
        Assert.Contains("v7 100 %", Cells(page)[^1]);
    }

    [Fact]
    public void Groups_NotAnsweredYet_IsLoading()
    {
        _registry.Wait = new TaskCompletionSource();

        Assert.Contains("Reading the model registry", Render<RegistryPage>().Find("[role=status]").TextContent);
    }

    [Fact]
    public void Groups_None_SaysSo()
    {
        _registry.Groups = [];

        Assert.Contains("no model package group in eu-central-1", Render<RegistryPage>().Markup.Text());
    }

    [Fact]
    public void Groups_WithASearch_AreTheVersionsThatFit()
    {
        Go("/registry?q=run:run-7");

        var page = Render<RegistryPage>();

        page.WaitForAssertion(() => Assert.Equal("media-ranker v7", Assert.Single(page.FindAll("td.version b")).TextContent));
    }

    [Fact]
    public void Search_ThatMakesNoSense_SaysWhatIsWrong()
    {
        Go("/registry?q=status:fine");

        Assert.Contains("status: is \"fine\"; it must be approved, pending or rejected.", Render<RegistryPage>().Find("[role=alert]").TextContent);
    }

    [Fact]
    public void Versions_OfAGroup_ShowApprovalMetricAndOfferRolloutOnlyWhenApproved()
    {
        _registry.Answer = () => [PackageSamples.Package(8) with { MetricsFiles = [new MetricsFile("model quality", "s3://x")] }, PackageSamples.Package(7, ModelApproval.PendingManualApproval)];

        var page = Group();

        Assert.Contains("Approved", Rows(page)[0]);
        page.WaitForAssertion(() => Assert.Contains("auc 0.88", Rows(page)[0]));
        Assert.Equal("/rollouts/new?group=media-ranker&version=8", page.FindAll("td.act")[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Pending", Rows(page)[1]);
        Assert.Null(page.FindAll("td.act")[1].QuerySelector("a"));
    }

    [Fact]
    public void Versions_ThatServedBefore_SayWhereAndUntilWhen()
    {
        _registry.Stays.Add(new ServedStay("media-ranker-v8", "media-ranker", Now.AddDays(-9), Now.AddDays(-2), Percentage.Whole));

        var page = Group();

        Assert.Contains("media-ranker until 11-19 03:08", Rows(page)[0]);
        Assert.Contains("media-ranker 100 %", Rows(page)[1]);
    }

    [Fact]
    public void Versions_WithAFilterInTheAddress_ShowThatPart()
    {
        Go("/registry/media-ranker?approval=pending");

        Assert.StartsWith("v7", Assert.Single(Rows(Group())));
    }

    [Fact]
    public void Versions_Unreadable_SaysWhyAndTriesAgain()
    {
        var answer = _registry.Answer;
        _registry.Answer = () => throw new CloudException(CloudFailure.AccessDenied, "Search: access denied");
        var page = Render<GroupPage>(parameters => parameters.Add(group => group.Group, "media-ranker"));
        Assert.Contains("Search: access denied", page.Find("[role=alert]").TextContent);

        _registry.Answer = answer;
        page.Button("Try again").Click();

        page.WaitForAssertion(() => Assert.StartsWith("v8", Rows(page)[0]));
    }

    [Fact]
    public void Versions_FiveThousand_AreCountedAndReadOnlyAsFarAsSomebodyLooked()
    {
        var all = Enumerable.Range(1, 5_000).Reverse().Select(version => PackageSamples.Package(version)).ToList();
        _registry.Answer = () => all;

        var page = Group();

        Assert.Contains("5,000 versions", page.Markup.Text());
        Assert.True(_registry.Searches < 5, $"{_registry.Searches} pages were read");
    }

    [Fact]
    public void Versions_DrawnTwiceInARow_AreReadOnce()
    {
        Group();
        Group();

        Assert.Equal(1, _registry.Searches);
    }

    private IRenderedComponent<GroupPage> Group()
    {
        var page = Render<GroupPage>(parameters => parameters.Add(group => group.Group, "media-ranker"));
        page.WaitForState(() => page.FindAll("td.version").Count > 0);
        return page;
    }

    private void Go(string address) => Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    private static List<string> Cells(IRenderedComponent<RegistryPage> page) => [.. page.FindAll("tbody td").Select(cell => cell.TextContent.Text())];

    private static List<string> Rows(IRenderedComponent<GroupPage> page) => [.. page.FindAll("tbody tr:has(td.version)").Select(row => row.TextContent.Text())];
}
