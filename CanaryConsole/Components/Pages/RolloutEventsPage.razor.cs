using System.Globalization;
using CanaryConsole.Api;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Presentation.Story;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Pages;

/// <summary>Everything that happened to one rollout. Filter, order and page are the address; a running rollout's story grows while it is read.</summary>
public sealed partial class RolloutEventsPage
{
    private RolloutStory? _story;
    private StoryView? _view;
    private StoryFilter _filter = StoryFilter.All;
    private StoryFault? _fault;
    private string _csv = "";
    private string _json = "";
    private string? _problem;
    private bool _unknown;
    private bool _reading;
    private string? _readId;

    [Inject]
    private IStoryReader Stories { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    public string Id { get; set; } = "";

    [SupplyParameterFromQuery(Name = "kind")]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "actor")]
    private string? Actor { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? To { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "order")]
    private string? Order { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? Page { get; set; }

    private bool NewestFirst => Order == "newest";

    private int LiveVersion => Snapshot.Rollout(new RolloutId(Id))?.Events.Count ?? 0;

    private bool IsBehind => _story is { } story && LiveVersion > story.Entries.Count;

    protected override async Task OnParametersSetAsync()
    {
        if (_readId != Id)
        {
            (_readId, _story, _view, _unknown) = (Id, null, null, false);
            await ReadAsync();
        }
    }

    protected override void Project()
    {
        (_filter, _fault) = StoryAddress.Read([Kind], Actor, From, To, Search);
        _view = _story is null || _story.Id.Value != Id
            ? null
            : StoryView.Of(_story, _filter, int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1, NewestFirst);
        (_csv, _json) = (Export("csv"), Export("json"));
        if (IsBehind && !_reading && _problem is null)
        {
            _ = InvokeAsync(ReadAsync);
        }
    }

    private async Task ReadAsync()
    {
        _reading = true;
        try
        {
            _story = await Stories.ReadAsync(new RolloutId(Id), Disposed);
            (_unknown, _problem) = (_story is null, null);
        }
        catch (StoreException failure)
        {
            _problem = failure.Message;
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            _reading = false;
        }

        Project();
        StateHasChanged();
    }

    private string Export(string format)
    {
        var query = StoryAddress.Of(_filter).Where(pair => pair.Value is not null)
            .Append(KeyValuePair.Create<string, string?>("limit", RolloutEvents.MostListed.ToString(CultureInfo.InvariantCulture)))
            .Append(KeyValuePair.Create<string, string?>("format", format));
        return $"/api/rollouts/{Uri.EscapeDataString(Id)}/events{QueryString.Create(query)}";
    }

    private string Address(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in changes)
        {
            parameters[name] = value;
        }

        return Navigation.GetUriWithQueryParameters(parameters);
    }

    /// <summary>Another filter or order starts on its first page.</summary>
    private void Go((string Name, string? Value) change) => Navigation.NavigateTo(Address(change, ("page", null)), replace: true);
}
