using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Environments;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Components.Pages;

/// <summary>One rollout: from the live snapshot while it is there, from the store when it is history.</summary>
public sealed partial class RolloutPage
{
    private enum Face
    {
        Loading,
        Unknown,
        Failed,
    }

    private RolloutSnapshot? _stored;
    private RolloutView? _view;
    private Face _face = Face.Loading;
    private string? _problem;

    [Inject]
    private IRolloutService Service { get; set; } = default!;

    [Inject]
    private IEnvironmentDirectory Environments { get; set; } = default!;

    [Inject]
    private IOptions<MonitoringOptions> Options { get; set; } = default!;

    [Parameter]
    public string Id { get; set; } = "";

    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Rollout.State.Id.Value != Id)
        {
            _stored = null;
            Project();
            await FindAsync();
        }
    }

    protected override void Project()
    {
        var rollout = Snapshot.Rollout(new RolloutId(Id)) ?? _stored;
        _view = rollout is null ? null : RolloutView.Of(rollout, Snapshot, Options.Value.SettleDelay, Time.GetUtcNow()) with
        {
            Offers = PromotionOffer.Of(rollout.State, Environments, Snapshot.Endpoints.Select(endpoint => endpoint.Description.Name)),
        };
    }

    private async Task FindAsync()
    {
        if (_view is not null)
        {
            return;
        }

        _face = Face.Loading;
        try
        {
            if (await Service.FindAsync(new RolloutId(Id), Disposed) is { } record)
            {
                _stored = new RolloutSnapshot(record.State, [], record.Events, null);
            }

            _face = Face.Unknown;
            Project();
        }
        catch (StoreException exception)
        {
            (_face, _problem) = (Face.Failed, exception.Message);
        }
        catch (OperationCanceledException) when (Disposed.IsCancellationRequested)
        {
            // The viewer has left.
        }
    }
}
