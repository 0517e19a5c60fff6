using CanaryConsole.Core;
using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Controls.Rollouts;

/// <summary>The rollout page's content, whichever source it came from.</summary>
public sealed partial class RolloutBoard : IDisposable
{
    private readonly CancellationTokenSource _disposal = new();
    private ActionBar? _actions;
    private Badge? _approval;
    private (string Group, int Version)? _asked;

    [Inject]
    private IModelRegistry Registry { get; set; } = default!;

    [Inject]
    private IEnvironmentDirectory Environments { get; set; } = default!;

    [Parameter, EditorRequired]
    public RolloutView View { get; set; } = default!;

    [Parameter]
    public DateTimeOffset? UpdatedAt { get; set; }

    [Inject]
    private IReadinessDesk Readiness { get; set; } = default!;

    private static RolloutPhase[] BeforeTraffic { get; } =
        [RolloutPhase.Planned, RolloutPhase.AwaitingApproval, RolloutPhase.Preparing, RolloutPhase.SmokeTesting, RolloutPhase.Restoring, RolloutPhase.Cancelled];

    private RolloutPlan Plan => View.Rollout.State.Plan;

    protected override async Task OnParametersSetAsync()
    {
        if (Plan.Challenger is not { PackageGroup: { } group, PackageVersion: { } version } || _asked == (group, version))
        {
            return;
        }

        _asked = (group, version);
        try
        {
            var packages = await Registry.ListPackagesAsync(group, _disposal.Token);
            _approval = packages.FirstOrDefault(package => package.Version == version) is { } found ? LineageText.Approval(found.Approval) : null;
        }
        catch (CloudException exception)
        {
            _approval = new Badge("approval unknown", Tone.Idle, Glyph.Alert, exception.Message);
        }
        catch (OperationCanceledException) when (_disposal.IsCancellationRequested)
        {
            // The viewer has left.
        }
    }

    private void CheckReadiness() => Readiness.CheckNow(View.Rollout.State.Id, Plan.Endpoint);

    /// <summary>The class of a card that is what these phases are about.</summary>
    private string? Lead(params RolloutPhase[] phases) => phases.Contains(View.Rollout.State.Phase) ? "lead" : null;

    public void Dispose()
    {
        _disposal.Cancel();
        _disposal.Dispose();
    }
}
