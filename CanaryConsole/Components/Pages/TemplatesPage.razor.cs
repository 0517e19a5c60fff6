using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Components.Controls.Templates;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Templates;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Templates;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Pages;

/// <summary>Plans kept under names: look at one, use it, take it along as a file, bring one in, delete one.</summary>
public sealed partial class TemplatesPage
{
    private IReadOnlyList<TemplateRow>? _rows;
    private string? _problem;
    private string? _refusal;
    private string? _importRefusal;
    private string? _said;
    private bool _importing;
    private bool _pending;
    private TemplateRow? _asked;
    private RolloutAsk? _ask;

    [Inject]
    private Operator Operator { get; set; } = default!;

    [Inject]
    private ITemplateService Service { get; set; } = default!;

    private IReadOnlyList<string> Taken => [.. (_rows ?? []).Select(row => row.Template.Name)];

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            _rows = [.. (await Service.ListAsync(Disposed)).Select(TemplateRow.Of)];
            _problem = null;
        }
        catch (StoreException failure)
        {
            (_rows, _problem) = (null, failure.Message);
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            // The viewer has left.
        }
    }

    private void Ask(TemplateRow row)
    {
        _asked = row;
        _ask = new RolloutAsk($"Delete template {row.Template.Name}?", "It can no longer be used. What it said, and who saved it, stays in the log.", [], "Delete it", true, null, "", false);
    }

    private Task DeleteAsync(string words) => DoAsync(async () =>
    {
        var name = _asked!.Template.Name;
        _refusal = Refused(await Service.DeleteAsync(name, Operator.Name, CancellationToken.None));
        _said = _refusal is null ? $"Template {name} is deleted." : null;
        _ask = null;
    });

    private Task ImportAsync(ImportedTemplate imported) => DoAsync(async () =>
    {
        _importRefusal = Refused(await Service.SaveAsync(imported.Name, imported.Plan, Operator.Name, CancellationToken.None));
        if (_importRefusal is null)
        {
            (_importing, _said) = (false, $"Template {imported.Name} is saved.");
        }
    });

    private async Task DoAsync(Func<Task> action)
    {
        _pending = true;
        try
        {
            await action();
            await LoadAsync();
        }
        finally
        {
            _pending = false;
        }
    }

    private static string? Refused(TemplateResult result) => result is TemplateResult.Refused refused ? SentenceText.Of(refused.Reason) : null;
}
