using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Waves;
using CanaryConsole.Presentation;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Pages;

/// <summary>One wave: its stages, where each endpoint stands, and what a person may do.</summary>
public sealed partial class WavePage
{
    private WaveRecord? _record;
    private string _candidate = "";
    private string _then = "";
    private string? _problem;
    private string? _readId;
    private bool _unknown;
    private bool _reading;

    [Inject]
    private IWaveService Service { get; set; } = default!;

    [Parameter]
    public string Id { get; set; } = "";

    protected override async Task OnParametersSetAsync()
    {
        if (_readId != Id)
        {
            (_readId, _record, _unknown) = (Id, null, false);
            await LoadAsync();
        }
    }

    // A wave moves with the monitor's looks, so each new snapshot may have moved it.
    protected override void Project()
    {
        if (_record is { State.IsFinished: false } && !_reading)
        {
            _ = InvokeAsync(LoadAsync);
        }
    }

    private async Task LoadAsync()
    {
        _reading = true;
        try
        {
            _record = await Service.FindAsync(new WaveId(Id), Disposed);
            (_unknown, _problem) = (_record is null, null);
        }
        catch (StoreException failure)
        {
            (_record, _problem) = (null, failure.Message);
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            _reading = false;
        }

        if (_record is { State.Plan.Request: var request })
        {
            (_candidate, _then) = (CandidateOf(request), DraftWords.Then(PlanSketch.Of(request, null)));
        }

        StateHasChanged();
    }

    private static string CandidateOf(RolloutRequest request) => request is { PackageGroup: { Length: > 0 } group, PackageVersion: { } version }
        ? FormattableString.Invariant($"{group} v{version}")
        : request.ModelName ?? "not named";
}
