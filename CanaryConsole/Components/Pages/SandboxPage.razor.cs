using CanaryConsole.Presentation.Sandbox;
using CanaryConsole.Sandbox.Control;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Pages;

/// <summary>The local AWS: how it runs, and what is made to go wrong in it. The form that is open is the address.</summary>
public sealed partial class SandboxPage
{
    private IReadOnlyList<FaultRow> _rows = [];
    private IReadOnlyList<(string Name, IReadOnlyList<FaultOffer> Offers)> _groups = [];
    private string? _refusal;
    private string? _formRefusal;
    private string? _said;
    private bool _pending;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "fault")]
    private string? Fault { get; set; }

    protected override void Project()
    {
        _rows = [.. (View.Faults?.Active ?? []).Select(FaultRow.Of)];
        _groups = [.. (View.Faults?.Kinds ?? []).GroupBy(offer => offer.Group).Select(group => (group.Key, (IReadOnlyList<FaultOffer>)[.. group]))];
    }

    private Task LookAsync() => Desk.LookAsync(Disposed);

    private void Open(string? kind)
    {
        _formRefusal = null;
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("fault", kind), replace: true);
    }

    private async Task StartAsync(FaultDraft draft)
    {
        _formRefusal = await DoAsync(() => Desk.StartAsync(draft.Offer.Kind, draft.Values, Disposed), $"{draft.Offer.Title}: in force.");
        if (_formRefusal is null)
        {
            Open(null);
        }
    }

    private async Task EndAsync(FaultRow row) => _refusal = await DoAsync(() => Desk.EndAsync(row.Id, Disposed), $"{row.Title}: ended.");

    private async Task EndAllAsync() => _refusal = await DoAsync(() => Desk.EndAllAsync(Disposed), "All faults are ended.");

    private async Task<string?> DoAsync(Func<Task<string?>> action, string said)
    {
        (_pending, _said, _refusal) = (true, null, null);
        try
        {
            var refusal = await action();
            _said = refusal is null ? said : null;
            return refusal;
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            _pending = false;
            Take();
        }
    }
}
