using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Presentation;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Pages;

/// <summary>All rollouts, running and past; the filters are the address.</summary>
public sealed partial class RolloutsPage
{
    private const int Most = 200;

    private IReadOnlyList<RolloutState>? _listed;
    private IReadOnlyList<RolloutRow> _rows = [];
    private IReadOnlyList<Choice> _choices = [];
    private int _total;
    private string? _problem;
    private string? _stale;

    private sealed record Choice(string Name, string? State, string Count, bool On);

    [Inject]
    private IRolloutService Service { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private string? Endpoint { get; set; }

    [SupplyParameterFromQuery]
    private string? Search { get; set; }

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override void Project()
    {
        var all = RolloutRow.All(_listed ?? [], Snapshot, Time.GetUtcNow());
        var active = all.Count(row => row.IsActive);
        _total = all.Count;
        _rows = new RolloutFilter(State, Endpoint, Search).Of(all);
        _choices =
        [
            new("all", null, CountText.Of(all.Count), string.IsNullOrEmpty(State)),
            new("in progress", RolloutFilter.Active, CountText.Of(active), State == RolloutFilter.Active),
            new("finished", RolloutFilter.Finished, CountText.Of(all.Count - active), State == RolloutFilter.Finished),
        ];
        var failing = Snapshot.Sources.FirstOrDefault(source => source.FailingSince is not null);
        _stale = failing is null
            ? null
            : $"{failing.Name} has not answered for {DurationText.Rough(Time.GetUtcNow() - failing.FailingSince!.Value)}; what is shown was last known before that.";
    }

    private async Task LoadAsync()
    {
        try
        {
            _listed = await Service.ListAsync(endpoint: null, Most, Disposed);
            _problem = null;
            Project();
        }
        catch (StoreException exception)
        {
            _problem = exception.Message;
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            // The viewer has left.
        }
    }

    private void Go(string? state = "", string? endpoint = null, string? search = null) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
        {
            ["state"] = state is "" ? State : state,
            ["endpoint"] = Blank(endpoint ?? Endpoint),
            ["search"] = Blank(search ?? Search),
        }));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
