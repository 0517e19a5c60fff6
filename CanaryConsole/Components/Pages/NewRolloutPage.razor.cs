using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Components.Controls.Rollouts.Form;
using CanaryConsole.Components.Controls.Rollouts.Wizard;
using CanaryConsole.Core.Costs;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Playground;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Templates;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Wizard;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Components.Pages;

/// <summary>The wizard of a new rollout: one draft over all of its steps. It judges while it is typed, and the server has the last word.</summary>
public sealed partial class NewRolloutPage
{
    private readonly DraftSession _session;
    private RegistryReading _registry = default!;
    private OutlookReading _outlook = default!;
    private DraftSources _sources = default!;
    private DraftKeeper _keeper = default!;
    private WizardStep _step;
    private IReadOnlyList<WizardTick> _ticks = [];
    private PlanSketch _sketch = default!;
    private EndpointDescription? _seen;
    private RolloutId? _holder;
    private DeploymentEnvironment? _environment;
    private string? _champion;
    private string _title = "New rollout";
    private string _before = "";
    private string _then = "";
    private bool _reviewed;
    private bool _confirming;
    private bool _pending;

    public NewRolloutPage() => _session = new DraftSession(OnDraftChanged);

    [Inject]
    private Operator Operator { get; set; } = default!;

    [Inject]
    private IRolloutService Service { get; set; } = default!;

    [Inject]
    private IModelRegistry Models { get; set; } = default!;

    [Inject]
    private ITemplateService Templates { get; set; } = default!;

    [Inject]
    private IOutlookDesk Desk { get; set; } = default!;

    [Inject]
    private IEnvironmentDirectory Environments { get; set; } = default!;

    [Inject]
    private IDraftStore Drafts { get; set; } = default!;

    [Inject]
    private ISampleService Samples { get; set; } = default!;

    [Inject]
    private IPriceTable Prices { get; set; } = default!;

    [Inject]
    private IOptions<MonitoringOptions> Monitoring { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? Endpoint { get; set; }

    [SupplyParameterFromQuery]
    private string? Group { get; set; }

    [SupplyParameterFromQuery]
    private string? Version { get; set; }

    /// <summary>The name of a template to fill the draft in by.</summary>
    [SupplyParameterFromQuery(Name = "template")]
    private string? TemplateName { get; set; }

    /// <summary>The id of a rollout whose plan is to be planned again.</summary>
    [SupplyParameterFromQuery]
    private string? Like { get; set; }

    /// <summary>A sample of the playground, of the endpoint that is named too, to be the smoke test.</summary>
    [SupplyParameterFromQuery(Name = "sample")]
    private string? SampleName { get; set; }

    [SupplyParameterFromQuery(Name = "step")]
    private string? StepKey { get; set; }

    /// <summary>The id under which the browser keeps the draft.</summary>
    [SupplyParameterFromQuery(Name = "draft")]
    private string? DraftId { get; set; }

    private RolloutDraft Draft => _session.Draft;

    protected override void OnInitialized()
    {
        _registry = new RegistryReading(Models, _session);
        _outlook = new OutlookReading(Desk);
        _sources = new DraftSources(Templates, Service, _session);
        _keeper = new DraftKeeper(Drafts, Time, _session);
        Draft.Endpoint = Endpoint ?? "";
        Draft.PackageGroup = Group ?? "";
        Draft.PackageVersion = Version ?? "";
    }

    protected override async Task OnParametersSetAsync()
    {
        NameDraft();
        if (await _sources.ReadAsync(TemplateName, Like, Disposed))
        {
            Filled();
        }

        // A draft that comes back after a reload has the sample in it, as it was edited since.
        if (DraftId is null && await _sources.ReadSampleAsync(Samples, Endpoint, SampleName, Disposed))
        {
            Filled();
        }

        if (!_registry.IsBegun && await _registry.ReadAsync(Disposed))
        {
            Project();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        await _keeper.OpenAsync(DraftId, Environment.ClockScale);
        _sources.IsOver = _keeper.IsRestored;
        if (_keeper.IsRestored && await _registry.ReadVersionsAsync(Disposed))
        {
            Project();
        }

        NameDraft();
        StateHasChanged();
    }

    // With its id in the address, the draft is found again after a reload; it is not a step of its own to go back to. A link pressed the moment before has no id yet.
    private void NameDraft()
    {
        if (_keeper.Id is { } id && DraftId is null && Navigation.ToBaseRelativePath(Navigation.Uri).Split('?')[0] == "rollouts/new")
        {
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("draft", id), replace: true);
        }
    }

    protected override void Project()
    {
        var endpoint = Snapshot.Endpoint(Draft.Endpoint);
        _seen = endpoint?.Description;
        _holder = Snapshot.ActiveRolloutOn(Draft.Endpoint)?.State.Id;
        _environment = Draft.Endpoint.Length > 0 ? Environments.Of(Draft.Endpoint) : null;
        _session.Judge(_seen, _holder, _environment);
        var cost = _seen is null ? null : PlanCost.Of(_session.Check.Request, _seen, Prices, Monitoring.Value);
        _sketch = PlanSketch.Of(_session.Check.Request, endpoint, cost, _environment);
        foreach (var missing in _outlook.Of(_session.Check.Request, Draft.Endpoint, endpoint is not null))
        {
            _ = InvokeAsync(() => ReadAsync(missing));
        }

        _session.Warn(_outlook.Outlook.Findings);
        _step = WizardSteps.Of(StepKey);
        _keeper.Visit(_step);
        _ticks = WizardTick.Of(_session, _step, _keeper.Furthest);
        _title = DraftWords.Title(Draft);
        var facts = ServingFacts.Of(_seen, Draft.ChampionVariant);
        (_before, _champion) = (facts?.Shares ?? "not known to the monitor", facts?.Champion);
        _then = DraftWords.Then(_sketch);
    }

    private void OnDraftChanged()
    {
        // What was confirmed is no longer what would be started.
        _confirming = false;
        if (Draft.Endpoint.Length == 0 && Snapshot.Endpoint(Draft.PackageGroup) is not null)
        {
            Draft.Endpoint = Draft.PackageGroup;
        }

        if (_registry.HasMoved())
        {
            _ = InvokeAsync(() => ReadAsync(_registry.ReadVersionsAsync));
        }

        Project();
        StateHasChanged();
        if (_session.Touched.Count > 0)
        {
            _ = InvokeAsync(KeepAsync);
        }
    }

    private async Task ReadAsync(Func<CancellationToken, Task<bool>> read)
    {
        if (await read(Disposed))
        {
            Project();
            StateHasChanged();
        }
    }

    private async Task KeepAsync()
    {
        await _keeper.KeepAsync();
        StateHasChanged();
    }

    private string Href(WizardStep step) => Navigation.GetUriWithQueryParameter("step", WizardSteps.Key(step));

    private void Go(WizardStep step)
    {
        // What Next found wrong is marked in the bar, too.
        Project();
        if (step != _step)
        {
            Navigation.NavigateTo(Href(step));
        }
    }

    // A template goes into the address, so that a filled-in draft can be shared.
    private void UseTemplate(string? name)
    {
        _sources.IsOver = false;
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["template"] = string.IsNullOrEmpty(name) ? null : name, ["like"] = null }));
    }

    private Task UsePlan(RolloutRequest plan)
    {
        _sources.Use(plan);
        Filled();
        return KeepAsync();
    }

    private void Filled()
    {
        Draft.Endpoint = Endpoint is { Length: > 0 } endpoint ? endpoint : Draft.Endpoint;
        (_reviewed, _confirming) = (false, false);
        Project();
    }

    private void TakeDraft(string id) => Navigation.NavigateTo($"/rollouts/new?draft={Uri.EscapeDataString(id)}", forceLoad: true);

    private async Task StartAfreshAsync()
    {
        await _keeper.ForgetAsync(_keeper.Id);
        Navigation.NavigateTo("/rollouts/new", forceLoad: true);
    }

    private Task<string?> SaveTemplateAsync(string name, RolloutRequest plan) => _sources.SaveAsync(name, plan, Operator.Name, Disposed);

    private void Review()
    {
        _session.ShowAll();
        (_reviewed, _confirming) = (true, _session.Problems.Count == 0);
        Project();
    }

    private async Task StartAsync()
    {
        _pending = true;
        try
        {
            switch (await Service.StartAsync(_session.Check.Request, Operator.Name, CancellationToken.None))
            {
                case CommandResult.Accepted accepted:
                    await _keeper.ForgetAsync(_keeper.Id);
                    Navigation.NavigateTo($"/rollouts/{Uri.EscapeDataString(accepted.State.Id.Value)}");
                    break;
                case CommandResult.Refused refused:
                    _session.Refuse(refused.Field, SentenceText.Of(refused.Reason));
                    (_reviewed, _confirming) = (true, false);
                    Project();
                    break;
            }
        }
        finally
        {
            _pending = false;
        }
    }
}
