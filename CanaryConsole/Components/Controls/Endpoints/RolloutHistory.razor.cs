using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Controls.Endpoints;

/// <summary>What has been rolled out on an endpoint; read anew whenever the revision changes.</summary>
public sealed partial class RolloutHistory : IDisposable
{
    private const int Limit = 20;

    private readonly CancellationTokenSource _disposal = new();
    private (string, string)? _loaded;
    private IReadOnlyList<RolloutState>? _rollouts;
    private string? _problem;

    [Parameter, EditorRequired]
    public string Endpoint { get; set; } = "";

    /// <summary>Changes with every rollout of the endpoint that starts, moves on or ends.</summary>
    [Parameter, EditorRequired]
    public string Revision { get; set; } = "";

    /// <summary>The one in progress, whose verdicts colour its state.</summary>
    [Parameter]
    public RolloutSnapshot? Active { get; set; }

    [Inject]
    private IRolloutService Rollouts { get; set; } = default!;

    public void Dispose()
    {
        _disposal.Cancel();
        _disposal.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded == (Endpoint, Revision))
        {
            return;
        }

        _loaded = (Endpoint, Revision);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            var rollouts = await Rollouts.ListAsync(Endpoint, Limit, _disposal.Token);
            (_rollouts, _problem) = (rollouts, null);
        }
        catch (StoreException failure)
        {
            _problem = failure.Message;
        }
        catch (OperationCanceledException) when (_disposal.IsCancellationRequested)
        {
            // The page is gone.
        }
    }
}
