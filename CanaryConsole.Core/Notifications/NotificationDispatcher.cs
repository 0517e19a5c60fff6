using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Waves;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Core.Notifications;

/// <summary>
/// Follows the log and tells people what matters, in order and at least once: the cursor moves only when an event is told or given up. It reads what is
/// stored and holds nobody up: a rollout never waits for a message.
/// </summary>
internal sealed class NotificationDispatcher(
    IEventStore store,
    ICursorStore cursors,
    INotifier notifier,
    NotificationSignal signal,
    TimeProvider clock,
    WallClock wall,
    ILogger<NotificationDispatcher> logger) : BackgroundService
{
    public const string Reader = "notifications";

    /// <summary>With the back-off, a message is tried for about an hour.</summary>
    public const int MaxAttempts = 60;

    /// <summary>A message that is itself wrong is given up early, so that it does not hold up the ones after it.</summary>
    public const int MaxAttemptsWhenInvalid = 3;

    public static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan PublishLimit = TimeSpan.FromSeconds(10);

    private const int PageSize = 100;
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(1);

    private long? _position;
    private long _saved;

    /// <summary>Handles everything stored so far.</summary>
    /// <exception cref="StoreException">The log could not be read or the cursor not saved; the next call goes on where this one stopped.</exception>
    internal async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        _position ??= _saved = await cursors.ReadAsync(Reader, cancellationToken).ConfigureAwait(false);
        await SaveAsync(cancellationToken).ConfigureAwait(false);
        while (await store.ReadAllAsync(_position.Value, PageSize, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var stored in page)
            {
                var notification = await DescribeAsync(stored, cancellationToken).ConfigureAwait(false);
                if (notification is not null)
                {
                    await DeliverAsync(notification, cancellationToken).ConfigureAwait(false);
                }

                _position = stored.Position;
                if (notification is not null)
                {
                    await SaveAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            await SaveAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        signal.Wake();
        using var poll = clock.CreateTimer(_ => signal.Wake(), null, PollInterval, PollInterval);
        var failures = 0;
        while (true)
        {
            await signal.Waiting.ReadAsync(stoppingToken).ConfigureAwait(false);
            try
            {
                await RunOnceAsync(stoppingToken).ConfigureAwait(false);
                failures = 0;
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The loop must outlive whatever goes wrong in it: a console that tells nobody looks healthy.
                var delay = Delay(++failures);
                Log.RoundFailed(logger, failure, delay);
                await Task.Delay(delay, clock, stoppingToken).ConfigureAwait(false);
                signal.Wake();
            }
        }
    }

    private static TimeSpan Delay(int failures) => TimeSpan.FromSeconds(Math.Min(MaxDelay.TotalSeconds, Math.Pow(2, failures - 1)));

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (_position is { } position && position != _saved)
        {
            await cursors.SaveAsync(Reader, position, cancellationToken).ConfigureAwait(false);
            _saved = position;
        }
    }

    private async Task<Notification?> DescribeAsync(StoredEvent stored, CancellationToken cancellationToken)
    {
        if (WaveNotification.MayMatter(stored))
        {
            return await DescribeWaveAsync(stored, cancellationToken).ConfigureAwait(false);
        }

        if (!stored.Stream.StartsWith(RolloutEventJson.StreamPrefix, StringComparison.Ordinal) || !NotificationText.MayMatter(stored.Type))
        {
            return null;
        }

        var stream = await store.ReadAsync(stored.Stream, 0, cancellationToken).ConfigureAwait(false);
        try
        {
            var plan = RolloutEventJson.FromStored(stream[0]).Event as RolloutEvent.RolloutPlanned;
            var cause = stream.LastOrDefault(other => other.Type == "rollbackStarted" && other.Version < stored.Version);
            return NotificationText.For(
                new(stored.Stream[RolloutEventJson.StreamPrefix.Length..]),
                plan?.Plan,
                RolloutEventJson.FromStored(stored),
                cause is null ? null : RolloutEventJson.FromStored(cause).Event as RolloutEvent.RollbackStarted);
        }
        catch (StoreException failure)
        {
            Log.Unreadable(logger, failure, stored.Stream, stored.Version);
            return null;
        }
    }

    private async Task<Notification?> DescribeWaveAsync(StoredEvent stored, CancellationToken cancellationToken)
    {
        var stream = await store.ReadAsync(stored.Stream, 0, cancellationToken).ConfigureAwait(false);
        try
        {
            return WaveLog.FromStored(stream[0]).Event is WaveEvent.WavePlanned planned ? WaveNotification.For(planned, WaveLog.FromStored(stored)) : null;
        }
        catch (StoreException failure)
        {
            Log.Unreadable(logger, failure, stored.Stream, stored.Version);
            return null;
        }
    }

    private async Task DeliverAsync(Notification notification, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var failure = await TryPublishAsync(notification, cancellationToken).ConfigureAwait(false);
            if (failure is null)
            {
                Log.Published(logger, notification.Subject);
                return;
            }

            if (attempt >= (failure is CloudException { Failure: CloudFailure.Invalid } ? MaxAttemptsWhenInvalid : MaxAttempts))
            {
                Log.GivenUp(logger, attempt, notification.Subject, failure.Message);
                return;
            }

            var delay = Delay(attempt);
            Log.PublishFailed(logger, attempt, notification.Subject, failure.Message, delay);
            await Task.Delay(delay, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Null when it was published.</summary>
    private async Task<Exception?> TryPublishAsync(Notification notification, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(PublishLimit, wall.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await notifier.PublishAsync(notification, either.Token).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new TimeoutException($"No answer in {PublishLimit.TotalSeconds:0} s.");
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return failure;
        }
    }
}
