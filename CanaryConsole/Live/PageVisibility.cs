namespace CanaryConsole.Live;

/// <summary>Whether anyone can see this circuit's page. A hidden tab stops drawing and catches up when it is shown again.</summary>
public sealed class PageVisibility
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _shown;

    public bool IsHidden
    {
        get
        {
            lock (_gate)
            {
                return _shown is not null;
            }
        }
    }

    public void SetHidden(bool hidden)
    {
        TaskCompletionSource? released = null;
        lock (_gate)
        {
            if (hidden)
            {
                _shown ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
            else
            {
                (released, _shown) = (_shown, null);
            }
        }

        released?.SetResult();
    }

    public Task WhenVisibleAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _shown is null ? Task.CompletedTask : _shown.Task.WaitAsync(cancellationToken);
        }
    }
}
