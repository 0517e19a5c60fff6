using Bunit;
using CanaryConsole.Components.Pages;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Registry.Approvals;
using CanaryConsole.Core.Registry.Metrics;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Live;
using CanaryConsole.Tests.Components.Rollouts;
using CanaryConsole.Tests.Core.Registry;
using Microsoft.Extensions.DependencyInjection;
using static CanaryConsole.Tests.Components.SnapshotBuilder;

namespace CanaryConsole.Tests.Components.Registry;

public sealed class RegistryVersionPageTests : ConsoleTestContext
{
    private readonly FakeCatalog _registry = new();
    private readonly FakeDesk _desk = new();

    public RegistryVersionPageTests()
    {
        Services.AddSingleton<IModelRegistry>(_registry).AddSingleton<IPackageCatalog>(_registry).AddSingleton<IPackageMetrics>(_registry);
        Services.AddSingleton<IApprovalDesk>(_desk).AddSingleton<IRolloutService>(new RecordingRollouts());
        Services.AddSingleton<RegistryShelf>().AddSingleton<VersionReading>();
        Services.AddOptions();
        Publish(Snapshot([Endpoint()]));
        _registry.Answer = () => [PackageSamples.Package(7), PackageSamples.Package(11)];
    }

    [Fact]
    public void Version_Pending_ShowsMetricsBesideTheChampionLineageAndThatItWaits()
    {
        var page = Open();

        Assert.Contains("Waits for a person.", page.Markup.Text());
        var rows = page.FindAll("[aria-labelledby=metrics-title] tbody tr").Select(row => row.TextContent.Text()).ToList();
        Assert.Equal(["auc 0.91 ± 0.0040.87 ± 0.004 +0.04 better", "rows 1010 ±0 the same"], rows);
        Assert.Contains("run-11", page.Find(".way").TextContent);
        Assert.Equal("/rollouts/new?group=media-ranker&version=11", page.Find("a.btn.primary").GetAttribute("href"));
    }

    [Fact]
    public void Version_Approved_AsksWithWhatWasSeen()
    {
        var page = Open();

        page.Button("Approve…").Click();
        page.Find("#ask-reason").Input("good");
        page.Find("#ask-confirm").Click();

        Assert.Equal(
            new ApprovalRequest("media-ranker", 11, ModelApproval.Approved, "good", ModelApproval.PendingManualApproval, Now), _desk.Asked);
        page.WaitForAssertion(() => Assert.Contains("Approved by ann.", page.Markup.Text()));
        Assert.Empty(page.FindAll("[role=dialog]"));
    }

    [Fact]
    public void Version_ChangedBySomebodyElse_ShowsThatInTheQuestion()
    {
        _desk.Refusal = "media-ranker v11 was changed by bob in the meantime and is rejected now";
        var page = Open();

        page.Button("Approve…").Click();
        page.Find("#ask-confirm").Click();

        page.WaitForAssertion(() => Assert.Contains("was changed by bob in the meantime", page.Find("[role=dialog] [role=alert]").TextContent));
    }

    [Fact]
    public void Version_Rejected_NeedsAReason()
    {
        var page = Open();

        page.Button("Reject…").Click();

        Assert.True(page.Find("#ask-confirm").HasAttribute("disabled"));
        page.Find("#ask-reason").Input("too slow");
        Assert.False(page.Find("#ask-confirm").HasAttribute("disabled"));
    }

    [Fact]
    public void Version_WhoseApprovalIsVoid_SaysWhyAndOffersToApproveAgain()
    {
        var entry = new ApprovalEntry(Now, "ann", ModelApproval.Approved, "good", new ApprovalBinding(new string('a', 64), null), ApprovalOutcome.Taken);
        _desk.Now = _desk.Now with
        {
            Description = _desk.Now.Description with { Package = PackageSamples.Package(11) },
            History = [entry],
            Standing = new ApprovalStanding.Void(entry, "its artifact has changed since"),
        };

        var page = Open();

        Assert.Contains("The approval is void. ann approved it, and its artifact has changed since.", page.Markup.Text());
        Assert.NotNull(page.Button("Approve it here…"));
    }

    [Fact]
    public void Version_WithAModelCard_ShowsItsSections()
    {
        _desk.Now = _desk.Now with { Description = _desk.Now.Description with { ModelCard = """{"model_overview":{"model_owner":"media"},"intended_uses":{"purpose":"ranking"}}""" } };

        var section = Open().Find("[aria-labelledby=card-title]");
        var card = string.Join("; ", section.QuerySelectorAll("h3").Select(title =>
            $"{title.TextContent}: {title.NextElementSibling!.QuerySelector("dt")!.TextContent}={title.NextElementSibling.QuerySelector("dd")!.TextContent}"));

        Assert.Equal("Model overview: Model owner=media; Intended uses: Purpose=ranking", card);
    }

    [Fact]
    public void Version_ThatIsNotThere_SaysSo()
    {
        _desk.Missing = true;

        Assert.Contains("Group media-ranker has no version 11", Render<RegistryVersionPage>(parameters => parameters.Add(page => page.Group, "media-ranker").Add(page => page.Version, 11)).Markup.Text());
    }

    private IRenderedComponent<RegistryVersionPage> Open()
    {
        var page = Render<RegistryVersionPage>(parameters => parameters.Add(page => page.Group, "media-ranker").Add(page => page.Version, 11));
        page.WaitForState(() => page.FindAll("[aria-labelledby=metrics-title] tbody tr").Count > 0);
        return page;
    }

    private sealed class FakeDesk : IApprovalDesk
    {
        public PackageApprovals Now { get; set; } = new(
            new PackageDescription(PackageSamples.Package(11, ModelApproval.PendingManualApproval), "content", null, SnapshotBuilder.Now, "bob"),
            [],
            new ApprovalStanding.NotApproved(ModelApproval.PendingManualApproval));

        public bool Missing { get; set; }

        public string? Refusal { get; set; }

        public ApprovalRequest? Asked { get; private set; }

        public Task<PackageApprovals?> ReadAsync(string group, int version, CancellationToken cancellationToken) => Task.FromResult(Missing ? null : Now);

        public Task<ApprovalResult> SetAsync(ApprovalRequest request, string actor, CancellationToken cancellationToken)
        {
            Asked = request;
            if (Refusal is { } reason)
            {
                return Task.FromResult<ApprovalResult>(new ApprovalResult.Refused(RefusalKind.Conflict, "expectedStatus", reason));
            }

            var entry = new ApprovalEntry(SnapshotBuilder.Now, "ann", request.Approval, request.Comment ?? "", new ApprovalBinding(new string('a', 64), null), ApprovalOutcome.Taken);
            Now = new PackageApprovals(Now.Description with { Package = Now.Description.Package with { Approval = request.Approval } }, [entry], new ApprovalStanding.Bound(entry));
            return Task.FromResult<ApprovalResult>(new ApprovalResult.Accepted(Now));
        }
    }
}
