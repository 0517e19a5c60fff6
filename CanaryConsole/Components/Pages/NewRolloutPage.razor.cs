using CanaryConsole.Components.Controls.Rollouts;
using CanaryConsole.Components.Controls.Rollouts.Form;
using CanaryConsole.Core;
using CanaryConsole.Core.Costs;
using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Templates;
using CanaryConsole.Presentation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Components.Pages;

/// <summary>One form for a new rollout; it judges while it is typed, and the server has the last word.</summary>
public sealed partial class NewRolloutPage
{
    private readonly DraftSession _session;
    private RegistryChoices _registry = RegistryChoices.Reading;
    private string? _readGroup;
    private PlanSketch _sketch = default!;
    private ModelPackage? _chosen;
    private RolloutId? _holder;
    private string _title = "New rollout";
    private string _before = "";
    private string _then = "";
    private bool _reviewed;
    private bool _confirming;
    private bool _pending;
    private DraftSources _sources = default!;
    private Outlook _outlook = new(null, null, null, []);
    private bool _readingBaseline;
    private string? _readDayOf;

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

    /// <summary>The name of a template to fill the form in by.</summary>
    [SupplyParameterFromQuery(Name = "template")]
    private string? TemplateName { get; set; }

    /// <summary>The id of a rollout whose plan is to be planned again.</summary>
    [SupplyParameterFromQuery]
    private string? Like { get; set; }

    private RolloutDraft Draft => _session.Draft;

    protected override void OnInitialized()
    {
        _sources = new DraftSources(Templates, Service, _session);
        Draft.Endpoint = Endpoint ?? "";
        Draft.PackageGroup = Group ?? "";
        Draft.PackageVersion = Version ?? "";
    }

    protected override async Task OnParametersSetAsync()
    {
        if (await _sources.ReadAsync(TemplateName, Like, Disposed))
        {
            Filled();
        }

        if (_readGroup is null)
        {
            await ReadRegistryAsync();
        }
    }

    protected override void Project()
    {
        var endpoint = Snapshot.Endpoint(Draft.Endpoint);
        _holder = Snapshot.ActiveRolloutOn(Draft.Endpoint)?.State.Id;
        _session.Judge(endpoint?.Description, _holder);
        var cost = endpoint is null ? null : PlanCost.Of(_session.Check.Request, endpoint.Description, Prices, Monitoring.Value);
        _sketch = PlanSketch.Of(_session.Check.Request, endpoint, cost);
        _outlook = Desk.Of(_session.Check.Request);
        _session.Warn(_outlook.Findings);
        if (_readDayOf != Draft.Endpoint && endpoint is not null)
        {
            _readDayOf = Draft.Endpoint;
            _ = InvokeAsync(ReadDayAsync);
        }

        if (_outlook.NeedsBaseline && !_readingBaseline)
        {
            _readingBaseline = true;
            _ = InvokeAsync(ReadBaselineAsync);
        }

        _chosen = Draft.FromRegistry
            ? _registry.Versions?.FirstOrDefault(package => package.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) == Draft.PackageVersion)
            : null;
        _title = DraftWords.Title(Draft);
        _before = ServingFacts.Of(endpoint?.Description, Draft.ChampionVariant)?.Shares ?? "not known to the monitor";
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

        if (_readGroup != Draft.PackageGroup)
        {
            Draft.PackageVersion = "";
            _ = InvokeAsync(ReadVersionsAsync);
        }

        Project();
        StateHasChanged();
    }

    private async Task ReadBaselineAsync()
    {
        try
        {
            await Desk.ReadBaselineAsync(_session.Check.Request, Disposed);
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            _readingBaseline = false;
        }

        Project();
        StateHasChanged();
    }

    private async Task ReadDayAsync()
    {
        try
        {
            await Desk.ReadDayAsync(Draft.Endpoint, Disposed);
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            return;
        }

        Project();
        StateHasChanged();
    }

    private async Task ReadRegistryAsync()
    {
        try
        {
            _registry = _registry with { Groups = await Models.ListGroupsAsync(Disposed) };
            var models = await Models.ListModelsAsync(Disposed);
            _registry = _registry with { Models = [.. models.Select(model => model.Name)] };
        }
        catch (CloudException exception)
        {
            _registry = _registry with { Problem = SentenceText.Of(exception.Message) };
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            return;
        }

        if (Draft.PackageGroup.Length == 0 && _registry.Groups?.Contains(Draft.Endpoint) is true)
        {
            Draft.PackageGroup = Draft.Endpoint;
        }

        await ReadVersionsAsync();
    }

    private async Task ReadVersionsAsync()
    {
        var group = Draft.PackageGroup;
        _readGroup = group;
        _registry = _registry with { Versions = group.Length > 0 ? null : [] };
        try
        {
            if (group.Length > 0)
            {
                var versions = await Models.ListPackagesAsync(group, Disposed);
                // Another group may have been chosen while this one was read.
                if (group != Draft.PackageGroup)
                {
                    return;
                }

                _registry = _registry with { Versions = versions, Problem = null };
            }
        }
        catch (CloudException exception)
        {
            _registry = _registry with { Problem = SentenceText.Of(exception.Message) };
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            return;
        }

        Project();
        StateHasChanged();
    }

    // A template goes into the address, so that a filled-in form can be shared.
    private void UseTemplate(string? name) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["template"] = string.IsNullOrEmpty(name) ? null : name, ["like"] = null }));

    private void UsePlan(RolloutRequest plan)
    {
        _sources.Use(plan);
        Filled();
    }

    private void Filled()
    {
        Draft.Endpoint = Endpoint is { Length: > 0 } endpoint ? endpoint : Draft.Endpoint;
        (_reviewed, _confirming) = (false, false);
        Project();
    }

    private Task<string?> SaveTemplateAsync(string name, RolloutRequest plan) => _sources.SaveAsync(name, plan, Operator.Name, Disposed);

    private void Review()
    {
        _session.ShowAll();
        (_reviewed, _confirming) = (true, _session.Problems.Count == 0);
    }

    private async Task StartAsync()
    {
        _pending = true;
        try
        {
            switch (await Service.StartAsync(_session.Check.Request, Operator.Name, CancellationToken.None))
            {
                case CommandResult.Accepted accepted:
                    Navigation.NavigateTo($"/rollouts/{Uri.EscapeDataString(accepted.State.Id.Value)}");
                    break;
                case CommandResult.Refused refused:
                    _session.Refuse(refused.Field, SentenceText.Of(refused.Reason));
                    (_reviewed, _confirming) = (true, false);
                    break;
            }
        }
        finally
        {
            _pending = false;
        }
    }
}
