using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Core;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Registry.Approvals;
using CanaryConsole.Core.Registry.Metrics;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Live;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Registry;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Components.Pages;

/// <summary>One version: what it is, where it comes from, how good it is beside the champion, who approved it, and what became of its rollouts.</summary>
public sealed partial class RegistryVersionPage
{
    private const int MostRollouts = 200;

    private (string, int)? _loaded;
    private PackageApprovals? _approvals;
    private IReadOnlyList<LineageNode> _lineage = [];
    private IReadOnlyList<ServingPlace> _places = [];
    private IReadOnlyList<MetricsSource>? _metrics;
    private IReadOnlyList<MetricsSource>? _championMetrics;
    private int? _champion;
    private IReadOnlyList<RolloutState>? _rollouts;
    private string? _rolloutsProblem;
    private string? _problem;
    private bool _missing;
    private ModelApproval _asked;
    private RolloutAsk? _ask;
    private string? _refusal;
    private bool _pending;
    private string? _said;

    [Parameter]
    public string Group { get; set; } = "";

    [Parameter]
    public int Version { get; set; }

    [Inject]
    private IApprovalDesk Desk { get; set; } = default!;

    [Inject]
    private VersionReading Reading { get; set; } = default!;

    [Inject]
    private IRolloutService Rollouts { get; set; } = default!;

    [Inject]
    private Operator Operator { get; set; } = default!;

    [Inject]
    private IOptions<RegistryOptions> Options { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded != (Group, Version))
        {
            _loaded = (Group, Version);
            (_approvals, _metrics, _championMetrics, _rollouts, _champion) = (null, null, null, null, null);
            await LoadAsync();
        }
    }

    protected override void Project()
    {
        if (_approvals is { Description.Package: var package })
        {
            _lineage = LineageNode.Of(package, Options.Value.RunIdKey, Snapshot);
            _places = RegistryRow.PlacesOf(ModelVersion.ModelName(package.Group, package.Version), Snapshot);
        }
    }

    private async Task LoadAsync()
    {
        try
        {
            (_approvals, _missing, _problem) = (await Desk.ReadAsync(Group, Version, Disposed), false, null);
            _missing = _approvals is null;
            Project();
            StateHasChanged();
            await Task.WhenAll(MeasureAsync(), ReadRolloutsAsync());
        }
        catch (Exception failure) when (failure is CloudException or StoreException)
        {
            _problem = failure.Message;
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            // The viewer has left.
        }
    }

    private async Task MeasureAsync()
    {
        if (_approvals is not { Description.Package: var package })
        {
            return;
        }

        _champion = GroupRow.Champion(Group, Snapshot) is { } champion && champion != Version ? champion : null;
        (_metrics, _championMetrics) = await Reading.MetricsAsync(package, _champion, Disposed);
        StateHasChanged();
    }

    private async Task ReadRolloutsAsync()
    {
        try
        {
            var all = await Rollouts.ListAsync(null, MostRollouts, Disposed);
            (_rollouts, _rolloutsProblem) = ([.. all.Where(state => state.Plan.Challenger.PackageGroup == Group && state.Plan.Challenger.PackageVersion == Version)], null);
        }
        catch (StoreException failure)
        {
            _rolloutsProblem = failure.Message;
        }
    }

    private void Ask(ModelApproval approval)
    {
        _asked = approval;
        _refusal = null;
        _ask = ApprovalWords.Ask(_approvals!.Description.Package, approval); // Never null: the buttons stand beside it.
    }

    private void Leave() => _ask = null;

    private async Task SetAsync(string comment)
    {
        var seen = _approvals!.Description; // Never null: the question was asked of it.
        _pending = true;
        try
        {
            var request = new ApprovalRequest(Group, Version, _asked, comment, seen.Package.Approval, seen.LastModified);
            switch (await Desk.SetAsync(request, Operator.Name, CancellationToken.None))
            {
                case ApprovalResult.Accepted accepted:
                    _approvals = accepted.Now;
                    (_ask, _said) = (null, $"{Group} v{Version} is {ApprovalWords.Done(_asked)}.");
                    Reading.Changed();
                    Project();
                    break;
                case ApprovalResult.Refused refused:
                    _refusal = SentenceText.Of(refused.Reason);
                    await LoadAsync();
                    break;
            }
        }
        finally
        {
            _pending = false;
        }
    }
}
