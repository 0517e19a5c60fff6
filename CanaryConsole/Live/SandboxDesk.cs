using CanaryConsole.Core.Monitoring;
using CanaryConsole.Hosting;
using CanaryConsole.Sandbox.Control;

namespace CanaryConsole.Live;

/// <summary>One look at the sandbox for everybody who watches it, and the place where its faults are started and ended.</summary>
public sealed class SandboxDesk(SandboxControlClient client, TimeProvider time, ConsoleEnvironment environment) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly SnapshotFeed<SandboxView> _feed = new(SandboxView.Unread);

    public ISnapshotFeed<SandboxView> Feed => _feed;

    public Uri Address => client.Address;

    /// <summary>Looks at once; a sandbox that does not answer is part of what is seen.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var last = _feed.Current;
            var status = await client.StatusAsync(cancellationToken);
            var emails = last.Emails is { } known && known.Count == status.Emails ? known : await client.EmailsAsync(cancellationToken);
            _feed.Publish(new SandboxView(status, await client.FaultsAsync(cancellationToken), emails, null, null));
        }
        catch (SandboxControlException failure)
        {
            var last = _feed.Current;
            _feed.Publish(last with { Problem = failure.Message, FailingSince = last.FailingSince ?? time.GetUtcNow() });
        }
    }

    /// <summary>Null when it is in force; else why not.</summary>
    public Task<string?> StartAsync(string kind, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken) =>
        DoAsync(() => client.StartAsync(kind, values, cancellationToken), cancellationToken);

    /// <summary>Null when it is ended; else why not.</summary>
    public Task<string?> EndAsync(string id, CancellationToken cancellationToken) => DoAsync(() => client.EndAsync(id, cancellationToken), cancellationToken);

    /// <summary>Null when all are ended; else why not.</summary>
    public Task<string?> EndAllAsync(CancellationToken cancellationToken) => DoAsync(() => client.EndAllAsync(cancellationToken), cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The console's clock may run faster than the people who watch.
        using var timer = new PeriodicTimer(Interval * Math.Max(1, environment.ClockScale), time);
        try
        {
            do
            {
                await LookAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The console stops.
        }
    }

    private async Task<string?> DoAsync(Func<Task> action, CancellationToken cancellationToken)
    {
        try
        {
            await action();
            return null;
        }
        catch (SandboxControlException refused)
        {
            return refused.Message;
        }
        finally
        {
            await LookAsync(cancellationToken);
        }
    }
}
