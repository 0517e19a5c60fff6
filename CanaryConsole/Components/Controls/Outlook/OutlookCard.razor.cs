using System.Globalization;
using CanaryConsole.Presentation.Outlook;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Controls.Outlook;

/// <summary>The forecast under a slider; computed where it is drawn, so that it follows the hand.</summary>
public sealed partial class OutlookCard
{
    private OutlookView _view = new(null, "", null, [], []);
    private int _percent;
    private bool _slid;

    [Parameter, EditorRequired]
    public Core.Forecasts.Outlook Outlook { get; set; } = default!;

    private string Fill => (100.0 * (_percent - OutlookView.LeastShare) / (OutlookView.MostShare - OutlookView.LeastShare)).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    protected override void OnParametersSet()
    {
        // Until somebody takes the slider, it stands where the plan's first step does.
        _percent = _slid ? _percent : OutlookView.FirstShare(Outlook);
        _view = OutlookView.Of(Outlook, _percent);
    }

    private void Slide(ChangeEventArgs change)
    {
        if (int.TryParse(change.Value?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var percent))
        {
            (_percent, _slid) = (Math.Clamp(percent, OutlookView.LeastShare, OutlookView.MostShare), true);
            _view = OutlookView.Of(Outlook, _percent);
        }
    }
}
