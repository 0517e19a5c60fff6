using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CanaryConsole.Components.Layout;

/// <summary>Brings over from the browser, once per circuit, what only it knows.</summary>
public sealed partial class ViewerBridge : IAsyncDisposable
{
    private DotNetObjectReference<ViewerBridge>? _self;
    private IJSObjectReference? _module;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    [Inject]
    private PageVisibility Visibility { get; set; } = default!;

    [Inject]
    private Operator Operator { get; set; } = default!;

    [Parameter, EditorRequired]
    public EventCallback<TimeZoneInfo> OnZone { get; set; }

    [JSInvokable]
    public void SetHidden(bool hidden) => Visibility.SetHidden(hidden);

    /// <summary>The browser keeps the name, so it may hold anything: one that will not do is passed over.</summary>
    [JSInvokable]
    public void SetName(string name) => Operator.Call(name);

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        if (_module is not null)
        {
            try
            {
                await _module.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The browser has gone first, and its module with it.
            }
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _module = await Browser.InvokeAsync<IJSObjectReference>("import", "/js/viewer.js");
        var viewer = await _module.InvokeAsync<Viewer?>("connect", _self);
        if (viewer is not null)
        {
            Visibility.SetHidden(viewer.Hidden);
            if (viewer.Name is { Length: > 0 } name)
            {
                SetName(name);
            }

            await OnZone.InvokeAsync(viewer.TimeZone());
        }
    }

    internal sealed record Viewer(string Zone, int OffsetMinutes, bool Hidden, string? Name = null)
    {
        // A slim server may lack the zone's rules; the browser's present offset is then the best there is.
        public TimeZoneInfo TimeZone() => TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone)
            ? zone
            : TimeZoneInfo.CreateCustomTimeZone("viewer", TimeSpan.FromMinutes(Math.Clamp(OffsetMinutes, -840, 840)), Zone, Zone);
    }
}
