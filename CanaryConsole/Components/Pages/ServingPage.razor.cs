using CanaryConsole.Core.Serving;
using CanaryConsole.Core.Storage;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Serving;
using CanaryConsole.Presentation.Story;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Pages;

/// <summary>What an endpoint's traffic went to at any moment, from the events. The moment is the address; without one it is now, and moves on.</summary>
public sealed partial class ServingPage
{
    private readonly record struct Question(string Name, string? At, string? Reach, string Revision);

    private ServingView? _view;
    private ServingReach _reach = ServingReach.Usual;
    private DateTimeOffset? _at;
    private string? _fault;
    private string? _problem;
    private Question _asked;

    [Inject]
    private IServingHistory History { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    public string Name { get; set; } = "";

    [SupplyParameterFromQuery(Name = "at")]
    private string? At { get; set; }

    [SupplyParameterFromQuery(Name = "around")]
    private string? Around { get; set; }

    /// <summary>The change in force itself, or the one before when the moment is that change's own.</summary>
    private DateTimeOffset? Before => _view?.Moment.Known switch
    {
        { } known when known.At < _view.Moment.At => known.At,
        { } known => _view.Span.Changes.LastOrDefault(change => change.At < known.At)?.At,
        null => null,
    };

    protected override async Task OnParametersSetAsync()
    {
        if (Current != _asked)
        {
            await ReadAsync();
        }
    }

    protected override void Project()
    {
        if (_view is not null && Current != _asked && Current with { Revision = _asked.Revision } == _asked)
        {
            // The endpoint's rollouts have moved on: what is known of now has too.
            _ = InvokeAsync(ReadAsync);
        }
    }

    // A moment that is over does not change by what happens now, except where its changes end.
    private Question Current => new(Name, At, Around, string.Join(' ', Snapshot.Rollouts
        .Where(rollout => rollout.State.Plan.Endpoint == Name)
        .Select(rollout => $"{rollout.State.Id}@{rollout.State.Version}")));

    private async Task ReadAsync()
    {
        _asked = Current;
        var now = Time.GetUtcNow();
        _reach = ServingReach.Of(Around);
        (_at, _fault) = Moment(now);
        var at = _at ?? now;
        var (from, to) = _reach.Around(at, now);
        try
        {
            var moment = await History.AtAsync(Name, at, Disposed);
            _view = ServingView.Of(moment, await History.OverAsync(Name, from, to, Disposed));
            _problem = null;
        }
        catch (StoreException failure)
        {
            (_view, _problem) = (null, failure.Message);
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            return;
        }

        StateHasChanged();
    }

    private (DateTimeOffset? At, string? Fault) Moment(DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(At))
        {
            return (null, null);
        }

        var (filter, fault) = StoryAddress.Read(null, null, At, null, null);
        return filter.From switch
        {
            null => (null, $"{SentenceText.Of(fault!.Sentence.Replace("from", "at", StringComparison.Ordinal))} Shown is now."),
            { } future when future > now => (null, "That moment has not come yet. Shown is now."),
            { } past => (past, null),
        };
    }

    private void Ask(DateTimeOffset? at) => Navigation.NavigateTo(AddressOf(at));

    private void SetReach(ChangeEventArgs change) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("around", ServingReach.Of(change.Value?.ToString()) is var reach && reach == ServingReach.Usual ? null : reach.Slug), replace: true);

    private string AddressOf(DateTimeOffset? at) => Navigation.GetUriWithQueryParameter("at", at is { } moment ? StoryAddress.Moment(moment) : null);

    private string AddressOf(DateTimeOffset at) => AddressOf((DateTimeOffset?)at);
}
