using CanaryConsole.Core;
using CanaryConsole.Core.Reviews;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Outlook;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Controls.Rollouts.Wizard;

/// <summary>One dry run at a person's wish; it goes with the page that asked for it.</summary>
public sealed partial class DryRunCard : IAsyncDisposable
{
    private readonly CancellationTokenSource _disposal = new();
    private CancellationTokenSource? _run;
    private Task _running = Task.CompletedTask;
    private DryRunReport? _report;
    private RolloutRequest? _ran;
    private string? _problem;
    private bool _isOutdated;

    [Inject]
    private IReviewDesk Desk { get; set; } = default!;

    [Parameter, EditorRequired]
    public RolloutRequest Plan { get; set; } = default!;

    private bool IsRunning => _run is not null;

    public async ValueTask DisposeAsync()
    {
        await _disposal.CancelAsync();
        await _running;
        _disposal.Dispose();
    }

    protected override void OnParametersSet() => _isOutdated = _ran is not null && !PlanWords.AreAlike(_ran, Plan);

    private void Run() => _running = RunAsync();

    private async Task CancelAsync()
    {
        if (_run is { } run)
        {
            await run.CancelAsync();
        }
    }

    private async Task RunAsync()
    {
        using var run = CancellationTokenSource.CreateLinkedTokenSource(_disposal.Token);
        (_run, _report, _problem, _ran, _isOutdated) = (run, null, null, Plan, false);
        try
        {
            _report = await Desk.DryRunAsync(Plan, run.Token);
        }
        catch (OperationCanceledException) when (run.IsCancellationRequested)
        {
            // Whoever asked no longer wants to know.
        }
        catch (CloudException failure)
        {
            _problem = SentenceText.Of(failure.Message);
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
        finally
        {
            _run = null;
        }

        if (!_disposal.IsCancellationRequested)
        {
            StateHasChanged();
        }
    }
}
