using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Core.Templates;
using CanaryConsole.Core.Waves;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Waves;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Pages;

/// <summary>One plan for several endpoints, stage after stage.</summary>
public sealed partial class NewWavePage
{
    private const int Most = 20;

    private readonly WaveDraft _draft = new();
    private readonly Dictionary<string, string> _refused = new(StringComparer.Ordinal);
    private IReadOnlyList<Template> _templates = [];
    private List<string> _endpoints = [];
    private bool _reviewed;
    private bool _pending;
    private string? _refusal;
    private string? _sourceProblem;
    private RolloutAsk? _ask;

    [Inject]
    private Operator Operator { get; set; } = default!;

    [Inject]
    private IWaveService Service { get; set; } = default!;

    [Inject]
    private ITemplateService Templates { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "template")]
    private string? TemplateName { get; set; }

    protected override async Task OnInitializedAsync()
    {
        try
        {
            _templates = await Templates.ListAsync(Disposed);
            _draft.Template = _templates.FirstOrDefault(template => template.Name == TemplateName)?.Name ?? "";
        }
        catch (StoreException failure)
        {
            _sourceProblem = $"The templates cannot be read: {failure.Message}";
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            // The viewer has left.
        }
    }

    protected override void Project() => _endpoints = [.. Snapshot.Endpoints.Select(endpoint => endpoint.Description.Name).Where(name => !_draft.Stages.Exists(stage => stage.Endpoints.Contains(name, StringComparison.Ordinal)))];

    private string? ProblemOf(string field) => _refused.GetValueOrDefault(field) ?? (_reviewed ? _draft.Check().Problems.GetValueOrDefault(field) : null);

    private void Set(Action assign)
    {
        assign();
        _refused.Clear();
        _refusal = null;
        Project();
    }

    private void Add(WaveStageDraft stage, string endpoint) => Set(() => stage.Endpoints = stage.Endpoints.Trim().Length > 0 ? $"{stage.Endpoints.Trim().TrimEnd(',')}, {endpoint}" : endpoint);

    private void Review()
    {
        _reviewed = true;
        var (request, problems) = _draft.Check();
        if (problems.Count == 0)
        {
            var first = request.Stages[0];
            _ask = new RolloutAsk(
                $"Start {request.Name}?",
                $"{CountText.Of(request.Stages.Sum(stage => stage.Endpoints.Count), "endpoint", "endpoints")} in {CountText.Of(request.Stages.Count, "stage", "stages")}. "
                + (first.Gate ? "The first stage waits for an approval." : $"Rollouts start on {string.Join(", ", first.Endpoints)} at once."),
                [], "Start now", false, null, "", false);
        }
    }

    private async Task StartAsync(string words)
    {
        _pending = true;
        try
        {
            switch (await Service.StartAsync(_draft.Check().Request, Operator.Name, CancellationToken.None))
            {
                case WaveResult.Accepted accepted:
                    Navigation.NavigateTo($"/waves/{Uri.EscapeDataString(accepted.State.Id.Value)}");
                    break;
                case WaveResult.Refused { Field: { } field } refused when _draft.Check().Problems.Count == 0 && IsShown(field):
                    (_refused[field], _ask) = (SentenceText.Of(refused.Reason), null);
                    break;
                case WaveResult.Refused refused:
                    (_refusal, _ask) = (SentenceText.Of(refused.Reason), null);
                    break;
            }
        }
        finally
        {
            _pending = false;
        }
    }

    // What has no field of its own here, such as a member of the plan, is said of the whole.
    private static bool IsShown(string field) => field is "name" or "template" || field.EndsWith("].endpoints", StringComparison.Ordinal) || field.EndsWith("].waitMinutes", StringComparison.Ordinal);
}
