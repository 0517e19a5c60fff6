using Bunit;
using CanaryConsole.Core;
using CanaryConsole.Core.Registry;
using CanaryConsole.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static CanaryConsole.Tests.Components.SnapshotBuilder;
using RegistryPage = CanaryConsole.Components.Pages.Registry;

namespace CanaryConsole.Tests.Components.Registry;

public sealed class RegistryPageTests : ConsoleTestContext
{
    private readonly FakeRegistry _registry = new();

    public RegistryPageTests()
    {
        Services.AddSingleton<IModelRegistry>(_registry);
        Services.AddSingleton<RegistryShelf>();
    }

    [Fact]
    public void Registry_Versions_ShowApprovalAndOfferRolloutOnlyWhenApproved()
    {
        _registry.Answer = () => [Package(8, ModelApproval.Approved), Package(7, ModelApproval.PendingManualApproval)];

        var rows = Read().FindAll("tbody tr");

        Assert.Contains("Approved", rows[0].TextContent);
        Assert.Equal("/rollouts/new?group=media-ranker&version=8", rows[0].QuerySelector("td:last-child a")!.GetAttribute("href"));
        Assert.Contains("Pending", rows[1].TextContent);
        Assert.Null(rows[1].QuerySelector("td:last-child a"));
    }

    [Fact]
    public void Registry_Unreadable_SaysWhyAndTriesAgain()
    {
        _registry.Answer = () => throw new CloudException(CloudFailure.AccessDenied, "ListModelPackages: access denied");
        var page = Read();
        Assert.Contains("ListModelPackages: access denied", page.Find("[role=alert]").TextContent);

        _registry.Answer = () => [Package(8, ModelApproval.Approved)];
        page.Button("Try again").Click();

        page.WaitForAssertion(() => Assert.Contains("v8", page.Find("tbody tr").TextContent));
    }

    [Fact]
    public void Registry_NotAnsweredYet_IsLoading()
    {
        _registry.Wait = new TaskCompletionSource();

        Assert.Contains("Reading the model registry", Render<RegistryPage>().Find("[role=status]").TextContent);
    }

    [Fact]
    public void Registry_NoGroups_SaysSo()
    {
        _registry.Groups = [];

        Assert.Contains("no model package group in eu-central-1", Read().Markup.Text());
    }

    [Fact]
    public void Registry_AddressWithFilter_ShowsThatPart()
    {
        _registry.Answer = () => [Package(8, ModelApproval.Approved), Package(7, ModelApproval.PendingManualApproval)];
        Services.GetRequiredService<NavigationManager>().NavigateTo("/registry?approval=pending");

        Assert.Equal("v7", Assert.Single(Read().FindAll("tbody tr td:first-child b")).TextContent);
    }

    [Fact]
    public void Registry_DrawnTwiceInARow_IsReadOnce()
    {
        _registry.Answer = () => [Package(8, ModelApproval.Approved)];

        Read();
        Read();

        Assert.Equal(1, _registry.Reads);
    }

    // The registry is read on other threads; what is asserted on is the page after that.
    private IRenderedComponent<RegistryPage> Read()
    {
        var page = Render<RegistryPage>();
        page.WaitForState(() => !page.Markup.Contains("Reading the model registry", StringComparison.Ordinal));
        return page;
    }

    private static ModelPackage Package(int version, ModelApproval approval) => new(
        "media-ranker", version, $"arn:{version}", approval, Now.AddDays(-3), "a little faster", null, null, new Dictionary<string, string>());

    private sealed class FakeRegistry : IModelRegistry
    {
        public IReadOnlyList<string> Groups { get; set; } = ["media-ranker"];

        public Func<IReadOnlyList<ModelPackage>> Answer { get; set; } = () => [];

        public TaskCompletionSource? Wait { get; set; }

        public int Reads { get; private set; }

        public async Task<IReadOnlyList<string>> ListGroupsAsync(CancellationToken cancellationToken)
        {
            Reads++;
            await (Wait?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask);
            return Groups;
        }

        public Task<IReadOnlyList<ModelPackage>> ListPackagesAsync(string group, CancellationToken cancellationToken) => Task.FromResult(Answer());

        public Task<ModelPackage?> FindPackageAsync(string packageArn, CancellationToken cancellationToken) => Task.FromResult<ModelPackage?>(null);

        public Task<RegisteredModel?> FindModelAsync(string modelName, CancellationToken cancellationToken) => Task.FromResult<RegisteredModel?>(null);

        public Task<IReadOnlyList<RegisteredModel>> ListModelsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<RegisteredModel>>([]);
    }
}
