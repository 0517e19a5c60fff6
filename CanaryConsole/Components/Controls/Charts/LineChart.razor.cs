using CanaryConsole.Presentation;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CanaryConsole.Components.Controls.Charts;

/// <summary>Both sides of one metric as lines. The browser gets all points once, and from then on only what is new.</summary>
public sealed partial class LineChart : IAsyncDisposable
{
    private ElementReference _canvas;
    private IJSObjectReference? _module;
    private int? _chart;
    private ChartView? _sent;
    private (long From, long To, int Markers) _sentFrame;
    private bool _sending;
    private bool _disposed;

    [Inject]
    internal IJSRuntime Browser { get; set; } = null!;

    [Parameter, EditorRequired]
    public required ChartView View { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ChartMarker> Markers { get; set; }

    [Parameter, EditorRequired]
    public required DateTimeOffset From { get; set; }

    [Parameter, EditorRequired]
    public required DateTimeOffset To { get; set; }

    /// <summary>Said in place of lines when there are none.</summary>
    [Parameter]
    public string Empty { get; set; } = "No requests were counted in this time.";

    private bool HasPoints => View.Champion.Count + View.Challenger.Count > 0;

    private (long From, long To, int Markers) Frame => (From.ToUnixTimeMilliseconds(), To.ToUnixTimeMilliseconds(), Markers.Count);

    private bool IsBehind => HasPoints ? !ReferenceEquals(_sent, View) || _sentFrame != Frame : _chart is not null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // One call at a time: the one under way goes on with whatever is newest when it is back.
        if (_sending)
        {
            return;
        }

        _sending = true;
        try
        {
            while (IsBehind && !_disposed)
            {
                await CatchUpAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone; the circuit's end disposes this component.
        }
        finally
        {
            _sending = false;
        }
    }

    private async Task CatchUpAsync()
    {
        if (!HasPoints)
        {
            await ForgetAsync();
            return;
        }

        var (view, frame) = (View, Frame);
        var news = new
        {
            Champion = Wire(ChartSeries.News(_sent?.Champion ?? [], view.Champion)),
            Challenger = Wire(ChartSeries.News(_sent?.Challenger ?? [], view.Challenger)),
            frame.From,
            frame.To,
            Oldest = Oldest(),
            view.Limit,
            view.Ceiling,
            Markers,
        };
        _module ??= await Browser.InvokeAsync<IJSObjectReference>("import", "./js/charts.js");
        if (_chart is { } chart)
        {
            await _module.InvokeVoidAsync("update", chart, news);
        }
        else
        {
            _chart = await _module.InvokeAsync<int>("create", _canvas, news);
        }

        (_sent, _sentFrame) = (view, frame);
    }

    private long Oldest() => Math.Min(
        View.Champion.Count > 0 ? View.Champion[0].At : long.MaxValue,
        View.Challenger.Count > 0 ? View.Challenger[0].At : long.MaxValue);

    private static object?[][] Wire(IReadOnlyList<ChartPoint> points) =>
        [.. points.Select(point => new object?[] { point.At, point.Value, point.Provisional ? 1 : 0 })];

    private async Task ForgetAsync()
    {
        _sent = null;
        if (_module is not null && _chart is { } chart)
        {
            _chart = null;
            await _module.InvokeVoidAsync("dispose", chart);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        try
        {
            await ForgetAsync();
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // Nothing is left to dispose in a browser that is gone.
        }
    }
}
