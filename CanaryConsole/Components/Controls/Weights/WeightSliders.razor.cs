using System.Diagnostics;
using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Weights;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace CanaryConsole.Components.Controls.Weights;

/// <summary>Weights by hand: sliders that always add up to 100 %, a confirmation, and then what became of the wish until it is read back.</summary>
public sealed partial class WeightSliders : IDisposable
{
    /// <summary>An endpoint in service that shows other weights this long after it took ours has been changed by someone else.</summary>
    private static readonly TimeSpan ReadBackLimit = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _disposal = new();
    private WeightDraft _draft = WeightDraft.Of(Nothing);
    private IReadOnlyList<WeightLine> _lines = [];
    private WeightLock? _lock;
    private WeightDraft? _outside;
    private Asked? _pending;
    private Outcome? _outcome;
    private bool _asking;

    [Parameter, EditorRequired]
    public EndpointSnapshot Endpoint { get; set; } = default!;

    [Parameter, EditorRequired]
    public RolloutState? ActiveRollout { get; set; }

    [Inject]
    private IWeightService Weights { get; set; } = default!;

    [Inject]
    private Operator Operator { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private static EndpointDescription Nothing => new("", "", EndpointStatus.Unknown, "", [], TimeSpan.Zero, default);

    private bool IsLocked => _lock is not null || _pending is not null || _asking;

    private string? ApplyLock => _lock?.Reason
        ?? (_pending is not null ? "The last change has not been read back yet."
        : _asking ? "The last change is being asked for."
        : _draft.IsChanged ? null : "Nothing has been moved.");

    public void Dispose()
    {
        _disposal.Cancel();
        _disposal.Dispose();
    }

    protected override void OnParametersSet()
    {
        Follow(WeightDraft.Of(Endpoint.Description));
        _lock = WeightLock.Of(Endpoint.Description, ActiveRollout);
        _lines = WeightLine.Of(Endpoint, _draft, ActiveRollout);
    }

    private void Follow(WeightDraft actual)
    {
        if (_pending is { } pending)
        {
            FollowPending(actual, pending);
        }
        else if (!_draft.HasSameStartAs(actual))
        {
            var edited = _draft.IsChanged && !_draft.SaysSameAs(actual);
            _outside = edited ? actual : null;
            _draft = edited ? _draft.On(actual) : actual;
        }
    }

    private void FollowPending(WeightDraft actual, Asked pending)
    {
        if (actual.SaysSameAs(pending.Draft))
        {
            (_pending, _draft) = (null, actual);
            _outcome = new Outcome(Tone.Good, $"Read back: {ShareText.Split(WeightLine.Of(Endpoint, actual, ActiveRollout).Select(line => line.Before))}. The change took {DurationText.Span(Time.GetUtcNow() - pending.At)}.");
        }
        else if (Endpoint.Description.Status is EndpointStatus.InService && Endpoint.DescribedAt - pending.At > ReadBackLimit)
        {
            (_pending, _draft) = (null, actual);
            _outcome = new Outcome(Tone.Warn, "The endpoint took the change but shows other weights: somebody else has changed them since.");
        }
    }

    private void Move(string variant, double percent)
    {
        _draft = _draft.Move(variant, percent);
        _outcome = null;
        Redraw();
    }

    private void Reset()
    {
        _draft = _draft.Reset();
        (_outside, _outcome) = (null, null);
        Redraw();
    }

    private void TakeOutside()
    {
        _draft = _outside ?? _draft;
        _outside = null;
        Redraw();
    }

    private void Redraw() => _lines = WeightLine.Of(Endpoint, _draft, ActiveRollout);

    private async Task ApplyAsync()
    {
        var wish = _draft;
        if (await ConfirmAsync() && ApplyLock is null && !_disposal.IsCancellationRequested)
        {
            await AskAsync(wish);
        }
    }

    private async Task<bool> ConfirmAsync()
    {
        var parameters = new Dictionary<string, object?> { [nameof(WeightConfirmation.Lines)] = _lines };
        var options = new DialogOptions { Width = "520px", CloseDialogOnEsc = true, CloseDialogOnOverlayClick = true, AutoFocusFirstElement = true };
        return await Dialogs.OpenAsync<WeightConfirmation>($"Change the weights of {Endpoint.Description.Name}?", parameters, options) is true;
    }

    private async Task AskAsync(WeightDraft wish)
    {
        (_asking, _outcome, _outside) = (true, null, null);
        try
        {
            var result = await Weights.SetAsync(Endpoint.Description.Name, wish.ToShares(), Operator.Name, _disposal.Token);
            Settle(wish, result);
        }
        catch (OperationCanceledException) when (_disposal.IsCancellationRequested)
        {
            // The page is gone; the change goes on, and shows wherever the endpoint does.
        }
        finally
        {
            _asking = false;
        }

        Follow(WeightDraft.Of(Endpoint.Description));
        Redraw();
    }

    private void Settle(WeightDraft wish, WeightResult result)
    {
        switch (result)
        {
            case WeightResult.Accepted:
                _pending = new Asked(Time.GetUtcNow(), wish);
                break;
            case WeightResult.Refused refused:
                _outcome = new Outcome(Tone.Bad, $"Not changed: {refused.Reason}");
                break;
            default:
                throw new UnreachableException();
        }
    }

    private sealed record Asked(DateTimeOffset At, WeightDraft Draft);

    private sealed record Outcome(Tone Tone, string Text);
}
