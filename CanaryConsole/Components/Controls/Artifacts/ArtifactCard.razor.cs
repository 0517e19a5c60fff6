using System.Globalization;
using CanaryConsole.Core;
using CanaryConsole.Core.Artifacts;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Artifacts;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Controls.Artifacts;

/// <summary>What the contract says of an artifact: the report there is, or a new one at a person's wish. A check goes with the page that asked for it.</summary>
public sealed partial class ArtifactCard : IAsyncDisposable
{
    private const int ShortDigest = 19;
    private const double Megabyte = 1024 * 1024;

    private static readonly TimeSpan BetweenDrawings = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _disposal = new();
    private CancellationTokenSource? _check;
    private Task _working = Task.CompletedTask;
    private ArtifactSubject? _shown;
    private ArtifactReport? _report;
    private ArtifactView? _view;
    private string? _problem;
    private string _said = "";
    private double _fraction;
    private long _drawnAt;

    [Inject]
    private IArtifactDesk Desk { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    /// <summary>Null for a model without an artifact.</summary>
    [Parameter, EditorRequired]
    public ArtifactSubject? Subject { get; set; }

    /// <summary>Told of every report that comes to be shown.</summary>
    [Parameter]
    public EventCallback<ArtifactReport> OnReport { get; set; }

    private bool IsChecking => _check is not null;

    public async ValueTask DisposeAsync()
    {
        await _disposal.CancelAsync();
        await _working;
        _disposal.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Alike(_shown, Subject))
        {
            return;
        }

        await CancelAsync();
        await _working;
        (_shown, _report, _view, _problem) = (Subject, null, null, null);
        if (Subject is not null)
        {
            await RunAsync(stop => Desk.FindAsync(Subject, stop), _disposal.Token);
        }
    }

    private static bool Alike(ArtifactSubject? one, ArtifactSubject? other) =>
        one?.ArtifactUri == other?.ArtifactUri && one?.Package?.Arn == other?.Package?.Arn;

    private void Check() => _working = CheckAsync(Subject!);

    private async Task CheckAsync(ArtifactSubject subject)
    {
        using var check = CancellationTokenSource.CreateLinkedTokenSource(_disposal.Token);
        (_check, _fraction, _said) = (check, 0, "reading");
        try
        {
            await RunAsync(async stop => await Desk.CheckAsync(subject, new Drawing(this), stop), check.Token);
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
        finally
        {
            _check = null;
        }

        if (!_disposal.IsCancellationRequested)
        {
            StateHasChanged();
        }
    }

    private async Task CancelAsync()
    {
        if (_check is { } check)
        {
            await check.CancelAsync();
        }
    }

    private async Task RunAsync(Func<CancellationToken, Task<ArtifactReport?>> look, CancellationToken cancellationToken)
    {
        try
        {
            _problem = null;
            if (await look(cancellationToken) is { } report)
            {
                (_report, _view) = (report, ArtifactView.Of(report));
                await OnReport.InvokeAsync(report);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Whoever asked no longer wants to know.
        }
        catch (CloudException failure)
        {
            _problem = SentenceText.Of(failure.Message);
        }
    }

    /// <summary>At most four times a second: a fast connection brings thousands of pieces.</summary>
    private void Draw(ArtifactProgress progress)
    {
        var now = Clock.GetTimestamp();
        if (progress.Read < progress.Total && Clock.GetElapsedTime(Interlocked.Read(ref _drawnAt), now) < BetweenDrawings)
        {
            return;
        }

        Interlocked.Exchange(ref _drawnAt, now);
        _ = InvokeAsync(() =>
        {
            (_fraction, _said) = (progress.Fraction, string.Create(CultureInfo.InvariantCulture, $"{progress.Read / Megabyte:N1} of {progress.Total / Megabyte:N1} MB read"));
            StateHasChanged();
        });
    }

    private sealed class Drawing(ArtifactCard card) : IProgress<ArtifactProgress>
    {
        public void Report(ArtifactProgress value) => card.Draw(value);
    }
}
