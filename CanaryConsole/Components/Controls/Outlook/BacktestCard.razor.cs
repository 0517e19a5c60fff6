using CanaryConsole.Core.Backtests;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Outlook;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Controls.Outlook;

/// <summary>Runs one backtest at a person's wish and shows how far it is; a run goes with the page that asked for it.</summary>
public sealed partial class BacktestCard : IAsyncDisposable
{
    private static readonly int[] DayChoices = [1, 3, 7, 15];

    private readonly CancellationTokenSource _disposal = new();
    private Task _watching = Task.CompletedTask;
    private int _days = 7;
    private Backtest? _backtest;
    private BacktestView? _view;
    private string? _refusal;
    private RolloutRequest? _ran;
    private bool _isOutdated;

    [Inject]
    private IBacktestService Service { get; set; } = default!;

    [Parameter, EditorRequired]
    public RolloutRequest Plan { get; set; } = default!;

    /// <summary>The plan can be made as it is.</summary>
    [Parameter, EditorRequired]
    public bool CanRun { get; set; }

    private bool IsRunning => _backtest is { IsFinished: false };

    public async ValueTask DisposeAsync()
    {
        await _disposal.CancelAsync();
        Cancel();
        await _watching;
        _disposal.Dispose();
    }

    protected override void OnParametersSet() => _isOutdated = _ran is not null && !PlanWords.AreAlike(_ran, Plan);

    private async Task RunAsync()
    {
        (_refusal, _ran, _isOutdated) = (null, Plan, false);
        switch (await Service.StartAsync(new BacktestRequest { Plan = Plan, Days = _days }, _disposal.Token))
        {
            case BacktestStart.Accepted accepted:
                (_backtest, _view) = (accepted.Backtest, null);
                _watching = WatchAsync(accepted.Backtest.Id);
                break;
            case BacktestStart.Refused refused:
                _refusal = SentenceText.Of(refused.Reason);
                break;
        }
    }

    private void Cancel()
    {
        if (IsRunning)
        {
            Service.Cancel(_backtest!.Id);
        }
    }

    private async Task WatchAsync(string id)
    {
        try
        {
            await foreach (var backtest in Service.WatchAsync(id, _disposal.Token))
            {
                await InvokeAsync(() => Show(backtest));
            }
        }
        catch (OperationCanceledException) when (_disposal.IsCancellationRequested)
        {
            // The card is going; nobody is left to tell.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private void Show(Backtest backtest)
    {
        (_backtest, _view) = (backtest, backtest.Result is { } result ? BacktestView.Of(result) : null);
        StateHasChanged();
    }
}
