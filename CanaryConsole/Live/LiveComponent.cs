using CanaryConsole.Core.Monitoring;
using CanaryConsole.Hosting;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Live;

/// <summary>
/// A component that shows the monitor's latest snapshot. The first render has it already; from then on it is drawn anew at most every 250 ms of the viewer's
/// time, and not at all in a hidden tab. Override <see cref="Project"/> to turn the snapshot into what the markup needs.
/// </summary>
public abstract class LiveComponent : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan MinInterval = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _disposal = new();
    private readonly CancellationToken _disposed;
    private Task _watching = Task.CompletedTask;

    protected LiveComponent() => _disposed = _disposal.Token;

    [Inject]
    protected ISnapshotFeed<MonitorSnapshot> Feed { get; set; } = default!;

    [Inject]
    protected TimeProvider Time { get; set; } = default!;

    [Inject]
    protected PageVisibility Visibility { get; set; } = default!;

    [Inject]
    protected ConsoleEnvironment Environment { get; set; } = default!;

    /// <summary>The snapshot on show; never newer than what was drawn.</summary>
    protected MonitorSnapshot Snapshot { get; private set; } = MonitorSnapshot.Empty;

    /// <summary>Cancelled when the component goes.</summary>
    protected CancellationToken Disposed => _disposed;

    /// <summary>Turns <see cref="Snapshot"/> and the parameters into fields for the markup. Called on the renderer's context before each render that has either new.</summary>
    protected virtual void Project()
    {
    }

    protected override void OnParametersSet()
    {
        Snapshot = Feed.Current;
        Project();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _watching = WatchAsync();
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _disposal.CancelAsync();
        await _watching;
        _disposal.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task WatchAsync()
    {
        try
        {
            await foreach (var _ in Feed.WatchAsync(Disposed))
            {
                await Visibility.WhenVisibleAsync(Disposed);
                var latest = Feed.Current;
                if (!ReferenceEquals(latest, Snapshot))
                {
                    await InvokeAsync(() => Show(latest));
                    await Task.Delay(MinInterval * Math.Max(1, Environment.ClockScale), Time, Disposed);
                }
            }
        }
        catch (OperationCanceledException) when (_disposal.IsCancellationRequested)
        {
            // The component is going; nobody is left to tell.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private void Show(MonitorSnapshot latest)
    {
        if (_disposal.IsCancellationRequested)
        {
            return;
        }

        Snapshot = latest;
        Project();
        StateHasChanged();
    }
}
