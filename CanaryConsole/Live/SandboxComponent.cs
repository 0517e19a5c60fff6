using CanaryConsole.Hosting;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Live;

/// <summary>A component that shows the sandbox as it last answered. Override <see cref="Project"/> to turn that into what the markup needs.</summary>
public abstract class SandboxComponent : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _disposal = new();
    private Task _watching = Task.CompletedTask;

    [Inject]
    protected SandboxDesk Desk { get; set; } = default!;

    [Inject]
    protected PageVisibility Visibility { get; set; } = default!;

    [Inject]
    protected ConsoleEnvironment Environment { get; set; } = default!;

    protected bool IsSandbox => Environment.Mode == "Sandbox";

    protected SandboxView View { get; private set; } = SandboxView.Unread;

    /// <summary>Cancelled when the component goes.</summary>
    protected CancellationToken Disposed => _disposal.Token;

    /// <summary>Called on the renderer's context before each render that has something new.</summary>
    protected virtual void Project()
    {
    }

    protected override void OnParametersSet() => Take();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && IsSandbox)
        {
            _watching = WatchAsync(_disposal.Token);
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _disposal.CancelAsync();
        await _watching;
        _disposal.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void Take()
    {
        View = Desk.Feed.Current;
        Project();
    }

    private async Task WatchAsync(CancellationToken disposed)
    {
        try
        {
            await foreach (var _ in Desk.Feed.WatchAsync(disposed))
            {
                await Visibility.WhenVisibleAsync(disposed);
                await InvokeAsync(() =>
                {
                    if (!disposed.IsCancellationRequested && !ReferenceEquals(View, Desk.Feed.Current))
                    {
                        Take();
                        StateHasChanged();
                    }
                });
            }
        }
        catch (OperationCanceledException) when (disposed.IsCancellationRequested)
        {
            // The component is going; nobody is left to tell.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }
}
