using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Guards;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Controls.Rollouts.Form;

/// <summary>One guardrail of the form.</summary>
public sealed partial class GuardrailRow
{
    private static readonly string[] Folded = ["name", "missingData", "test", "minimumRequests", "budgetWeight", "failedLooks", "looks", "catastropheTier"];

    private GuardrailKind _kind = GuardrailKind.All[0];
    private string _onBreach = "critical";
    private bool _open;

    [CascadingParameter]
    private DraftSession Session { get; set; } = default!;

    [Parameter, EditorRequired]
    public int Index { get; set; }

    [Parameter, EditorRequired]
    public GuardrailDraft Guardrail { get; set; } = default!;

    [Parameter, EditorRequired]
    public Action Remove { get; set; } = default!;

    // A problem must never hide behind a closed lid.
    protected override void OnParametersSet()
    {
        _kind = GuardrailKind.All.FirstOrDefault(kind => kind.Name == Guardrail.Kind) ?? GuardrailKind.All[0];
        _onBreach = Guardrail.Enforcing ? Guardrail.Severity : "observe";
        _open |= Session.ShowsProblemIn([.. Folded.Select(Field)]);
    }

    private string Field(string member) => $"guardrails[{Index}].{member}";

    private string Id(string part) => $"guardrail-{Index + 1}-{part}";

    private void ChooseKind(ChangeEventArgs change) => Session.Set(Field("kind"), () => Guardrail.Become(change.Value?.ToString() ?? GuardrailKind.ErrorRateLimit));

    private void ChooseBreach(string choice) => (Guardrail.Enforcing, Guardrail.Severity) = choice is "observe" ? (false, "critical") : (true, choice);
}
