using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Waves;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Pages;

/// <summary>All waves, the newest first.</summary>
public sealed partial class WavesPage
{
    private const int Most = 200;

    private IReadOnlyList<WaveState>? _waves;
    private string? _problem;
    private bool _reading;

    [Inject]
    private IWaveService Service { get; set; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    // A wave moves with the monitor's looks, so each new snapshot may have moved one.
    protected override void Project()
    {
        if (_waves is not null && _waves.Any(wave => !wave.IsFinished) && !_reading)
        {
            _ = InvokeAsync(LoadAsync);
        }
    }

    private async Task LoadAsync()
    {
        _reading = true;
        try
        {
            _waves = await Service.ListAsync(Most, Disposed);
            _problem = null;
        }
        catch (StoreException failure)
        {
            (_waves, _problem) = (null, failure.Message);
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            _reading = false;
        }

        StateHasChanged();
    }
}
