using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Controls;

/// <summary>A search whose text is kept elsewhere, usually in the address.</summary>
public sealed partial class SearchBox
{
    private const int PendingLimit = 100;

    private readonly List<string> _pending = [];
    private string _text = "";
    private string? _given;

    [Parameter, EditorRequired]
    public string? Text { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<string?> OnChange { get; set; }

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string Placeholder { get; set; } = "";

    protected override void OnParametersSet()
    {
        if (Text == _given)
        {
            return;
        }

        // What was typed comes back by way of the address, after more has been typed: an echo must not take that away.
        _given = Text;
        var given = Text ?? "";
        var echo = _pending.LastIndexOf(given);
        if (echo >= 0)
        {
            _pending.RemoveRange(0, echo + 1);
        }
        else
        {
            _pending.Clear();
            _text = given;
        }
    }

    private Task TypeAsync(string? text)
    {
        _text = text ?? "";
        _pending.Add(_text.Trim());
        if (_pending.Count > PendingLimit)
        {
            _pending.RemoveAt(0);
        }

        return OnChange.InvokeAsync(_text.Trim());
    }
}
