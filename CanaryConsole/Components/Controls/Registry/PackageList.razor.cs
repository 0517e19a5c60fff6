using CanaryConsole.Core;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Registry.Metrics;
using CanaryConsole.Core.Serving;
using CanaryConsole.Live;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Registry;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;

namespace CanaryConsole.Components.Controls.Registry;

/// <summary>The versions that a query finds, however many: only those in sight are drawn, and only what somebody scrolled to is read.</summary>
public sealed partial class PackageList
{
    private const int FirstRows = 25;
    private const float RowHeight = 92;

    private PackageListing? _listing;
    private PackageQuery? _loaded;
    private Virtualize<RegistryRow>? _list;
    private IReadOnlyList<RegistryRow>? _rows;
    private ILookup<string, ServedStay> _served = Array.Empty<ServedStay>().ToLookup(stay => stay.Model);
    private int _total;
    private bool _isExact;
    private string? _problem;

    [Parameter, EditorRequired]
    public PackageQuery Query { get; set; } = default!;

    [Inject]
    private RegistryShelf Shelf { get; set; } = default!;

    [Inject]
    private ServedShelf Served { get; set; } = default!;

    [Inject]
    private KeyMetrics Metrics { get; set; } = default!;

    private string Counted => _isExact ? CountText.Of(_total, "version", "versions") : $"{CountText.Of(_total)} versions or more, counted as you scroll";

    private string Nothing => Query switch
    {
        { Terms.Count: > 0, Group: { } group } => $"No version of {group} fits this search and filter. SageMaker's search shows a new version after some seconds.",
        { Terms.Count: > 0 } => "No version of any group fits this search and filter. SageMaker's search shows a new version after some seconds.",
        _ => $"{Query.Group} has no versions. What your training pipeline registers shows up here after some seconds.",
    };

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded is null || _loaded.Group != Query.Group || !_loaded.Terms.SequenceEqual(Query.Terms))
        {
            _loaded = Query;
            await LoadAsync();
        }
    }

    private Task RefreshAsync()
    {
        Shelf.Forget();
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var listing = Shelf.Listing(Query);
        try
        {
            var slice = await listing.ReadAsync(0, FirstRows, Disposed);
            _served = await Served.ReadAsync([.. Snapshot.Endpoints.Select(endpoint => endpoint.Description.Name)], Disposed);
            _listing = listing;
            _problem = null;
            Take(slice);
            _rows = Rows(slice);
            if (RendererInfo.IsInteractive)
            {
                await MeasureAsync(slice);
            }
        }
        catch (CloudException failure)
        {
            _problem = failure.Message;
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            // The viewer has left.
        }
    }

    private async ValueTask<ItemsProviderResult<RegistryRow>> ProvideAsync(ItemsProviderRequest request)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(request.CancellationToken, Disposed);
        try
        {
            var slice = await _listing!.ReadAsync(request.StartIndex, request.Count, either.Token); // Never null: the list is drawn only with one.
            _problem = null;
            if (Take(slice))
            {
                StateHasChanged();
            }

            _ = InvokeAsync(() => MeasureAsync(slice));
            return new ItemsProviderResult<RegistryRow>(Rows(slice), slice.Total);
        }
        catch (CloudException failure)
        {
            _problem = failure.Message;
            StateHasChanged();
            return new ItemsProviderResult<RegistryRow>([], _total);
        }
    }

    /// <summary>True when the count is another now.</summary>
    private bool Take(PackageSlice slice)
    {
        var changed = (_total, _isExact) != (slice.Total, slice.IsExact);
        (_total, _isExact) = (slice.Total, slice.IsExact);
        return changed;
    }

    private List<RegistryRow> Rows(PackageSlice slice) => [.. slice.Items.Select(package => RegistryRow.Of(package, Snapshot, _served))];

    // The figures lie in files of their own: the rows do not wait for them.
    private async Task MeasureAsync(PackageSlice slice)
    {
        try
        {
            await Metrics.ReadAsync(slice.Items, Disposed);
            StateHasChanged();
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            // The viewer has left.
        }
    }

    private ModelMetric? MetricOf(RegistryRow row) => Metrics.TryFind(row.Package, out var metric) ? metric : null;
}
