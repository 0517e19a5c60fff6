using CanaryConsole.Core;
using CanaryConsole.Core.Costs;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Reviews;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;
using CanaryConsole.Presentation.Outlook;
using CanaryConsole.Presentation.Wizard;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Components.Controls.Rollouts.Wizard;

/// <summary>The plan as it would be recorded, and what follows from it.</summary>
public sealed partial class ReviewPanel : IAsyncDisposable
{
    private readonly CancellationTokenSource _disposal = new();
    private CancellationTokenSource _look = new();
    private RolloutRequest? _asked;
    private PlanReview? _review;
    private ReviewResult.Refused? _refused;
    private PlanCost? _cost;
    private string? _problem;
    private Task _looking = Task.CompletedTask;

    [Inject]
    private IReviewDesk Desk { get; set; } = default!;

    [Inject]
    private IPriceTable Prices { get; set; } = default!;

    [Inject]
    private IOptions<MonitoringOptions> Monitoring { get; set; } = default!;

    [CascadingParameter]
    private DraftSession Session { get; set; } = default!;

    /// <summary>The chosen endpoint as last seen; null when it is not known, and what the plan costs with it.</summary>
    [Parameter, EditorRequired]
    public EndpointDescription? Endpoint { get; set; }

    /// <summary>The address of a step.</summary>
    [Parameter, EditorRequired]
    public Func<WizardStep, string> Href { get; set; } = default!;

    public async ValueTask DisposeAsync()
    {
        await _disposal.CancelAsync();
        await _looking;
        _look.Dispose();
        _disposal.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var plan = Session.Check.Request;
        if (!Session.Check.IsReady || (_asked is not null && PlanWords.AreAlike(_asked, plan)))
        {
            return;
        }

        _asked = plan;
        await _look.CancelAsync();
        await _looking;
        _look.Dispose();
        _look = CancellationTokenSource.CreateLinkedTokenSource(_disposal.Token);
        (_review, _refused, _problem, _cost) = (null, null, null, null);
        _looking = LookAsync(plan, _look.Token);
        await _looking;
    }

    private async Task LookAsync(RolloutRequest plan, CancellationToken cancellationToken)
    {
        try
        {
            switch (await Desk.ReviewAsync(plan, cancellationToken))
            {
                case ReviewResult.Made made:
                    _review = made.Review;
                    _cost = Endpoint is null ? null : PlanCost.Of(made.Review.Plan, Endpoint, Prices, Monitoring.Value);
                    break;
                case ReviewResult.Refused refused:
                    _refused = refused;
                    break;
            }
        }
        catch (CloudException failure)
        {
            (_problem, _asked) = (SentenceText.Of(failure.Message), null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Another plan is looked at, or nobody is left to look.
        }
    }
}
