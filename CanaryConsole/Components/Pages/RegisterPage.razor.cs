using CanaryConsole.Core;
using CanaryConsole.Core.Registry;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Registry;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Pages;

/// <summary>A form whose fields are judged as they are typed; what it starts ends with the page, or at a press.</summary>
public sealed partial class RegisterPage : IAsyncDisposable
{
    private const double Megabyte = 1024 * 1024;

    private static readonly TimeSpan BetweenDrawings = TimeSpan.FromMilliseconds(250);

    private readonly RegistrationDraft _draft = new();
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _disposal = new();
    private IReadOnlyDictionary<string, string> _problems = new Dictionary<string, string>();
    private CancellationTokenSource? _running;
    private Task _working = Task.CompletedTask;
    private RegistrationResult.Registered? _made;
    private ModelPackage? _package;
    private string? _refusal;
    private string _said = "";
    private double _fraction;
    private long _drawnAt;

    [Inject]
    private IVersionDesk Desk { get; set; } = default!;

    [Inject]
    private IModelRegistry Registry { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    public async ValueTask DisposeAsync()
    {
        await _disposal.CancelAsync();
        await _working;
        _disposal.Dispose();
    }

    private string? Problem(string field) => _touched.Contains(field) ? _problems.GetValueOrDefault(field) : null;

    private void Take(string field, Action set)
    {
        set();
        _touched.Add(field);
        _problems = _draft.Check().Problems;
    }

    private void Register()
    {
        (_refusal, _made, _package) = (null, null, null);
        var (request, problems) = _draft.Check();
        _problems = problems;
        _touched.UnionWith(problems.Keys);
        if (problems.Count == 0)
        {
            _working = RegisterAsync(request);
        }
    }

    private async Task CancelAsync()
    {
        if (_running is { } running)
        {
            await running.CancelAsync();
        }
    }

    private async Task RegisterAsync(VersionRequest request)
    {
        using var running = CancellationTokenSource.CreateLinkedTokenSource(_disposal.Token);
        (_running, _fraction, _said) = (running, 0, "registering");
        try
        {
            Show(await Desk.RegisterAsync(request, new Drawing(this), running.Token));
            _package = _made is { } made ? await Registry.FindPackageAsync(made.Arn, running.Token) : null;
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
            _refusal = "Cancelled; nothing was registered.";
        }
        catch (CloudException failure)
        {
            _refusal = SentenceText.Of(failure.Message);
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
        finally
        {
            _running = null;
        }

        if (!_disposal.IsCancellationRequested)
        {
            StateHasChanged();
        }
    }

    private void Show(RegistrationResult result)
    {
        switch (result)
        {
            case RegistrationResult.Registered made:
                _made = made;
                break;
            case RegistrationResult.Refused refused:
                _refusal = SentenceText.Of(refused.Reason);
                break;
        }
    }

    /// <summary>At most four times a second.</summary>
    private void Draw(RegistrationProgress progress)
    {
        var now = Clock.GetTimestamp();
        if (progress.Done < progress.Total && Clock.GetElapsedTime(Interlocked.Read(ref _drawnAt), now) < BetweenDrawings)
        {
            return;
        }

        Interlocked.Exchange(ref _drawnAt, now);
        _ = InvokeAsync(() =>
        {
            _fraction = progress.Total == 0 ? 1 : (double)progress.Done / progress.Total;
            _said = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{progress.Doing}, {progress.Done / Megabyte:N1} of {progress.Total / Megabyte:N1} MB");
            StateHasChanged();
        });
    }

    private sealed class Drawing(RegisterPage page) : IProgress<RegistrationProgress>
    {
        public void Report(RegistrationProgress value) => page.Draw(value);
    }
}
