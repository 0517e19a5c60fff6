using CanaryConsole.Core;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Controls.Rollouts;

/// <summary>What a person may do to this rollout: asked first, shown while it runs, and the refusal said in its own words.</summary>
public sealed partial class ActionBar : IDisposable
{
    private sealed record Question(Func<RolloutActions, Offer> Offer, Func<RolloutAsk> Ask, Command Command);

    private delegate Task<CommandResult> Command(RolloutId id, string words, string actor, CancellationToken cancellationToken);

    private Question? _question;
    private RolloutAsk? _ask;
    private string? _chosen;
    private bool _pending;
    private string? _refusal;
    private int? _taken;

    [Inject]
    private Operator Operator { get; set; } = default!;

    [Inject]
    private IRolloutService Service { get; set; } = default!;

    [Parameter, EditorRequired]
    public RolloutSnapshot Rollout { get; set; } = default!;

    [Parameter, EditorRequired]
    public RolloutActions Actions { get; set; } = default!;

    /// <summary>The challenger's share as the endpoint shows it.</summary>
    [Parameter, EditorRequired]
    public Percentage Actual { get; set; }

    /// <summary>Why the start is not for this person to approve; null where it is.</summary>
    private string? NotByYou => Rollout.State.Phase is RolloutPhase.AwaitingApproval ? ApprovalDecisions.Objection(Rollout.State, Operator.Name) : null;

    public void Dispose() => Operator.Changed -= OnNamed;

    protected override void OnInitialized() => Operator.Changed += OnNamed;

    public void AskToMove(Percentage share) => Put(actions => actions.MoveShare, () => RolloutAsk.MoveShare(Rollout, share), (id, words, actor, token) =>
        Service.MoveShareAsync(id, share.Fraction, OrNone(words), actor, token));

    // The world does not wait for an open question: its numbers follow, and it goes when there is nothing left to decide.
    protected override void OnParametersSet()
    {
        if (_question is null || _pending)
        {
            return;
        }

        if (_question.Offer(Actions).Shown)
        {
            _ask = _question.Ask();
            return;
        }

        Close();
        _refusal = $"The rollout has moved on meanwhile: {PhasePresentation.Text(Rollout.State)}.";
    }

    private void OnNamed() => InvokeAsync(StateHasChanged);

    // What is approved is the plan on show when the question was asked, whatever it is when the answer comes.
    private Command Approval()
    {
        var seen = Rollout.State.PlanDigest;
        return (id, words, actor, token) => Service.ApproveAsync(id, words, seen, actor, token);
    }

    private void Put(Func<RolloutActions, Offer> offer, Func<RolloutAsk> ask, Command command)
    {
        _chosen = null;
        (_question, _ask, _refusal) = (new Question(offer, ask, command), ask(), null);
        StateHasChanged();
    }

    private void Skip() => Put(actions => actions.Steps.Skip, () => RolloutAsk.Skip(Rollout), (id, words, actor, token) =>
        Service.SkipStepAsync(id, OrNone(words), actor, token));

    private void Jump() => Put(actions => actions.Steps.Jump, () => RolloutAsk.Jump(Rollout, _chosen), (id, words, actor, token) =>
        Service.JumpToStepAsync(id, RolloutAsk.StepOf(_ask!.Choice!.Value), OrNone(words), actor, token));

    private void Extend() => Put(actions => actions.Steps.Extend, () => RolloutAsk.Extend(Rollout, _chosen), (id, words, actor, token) =>
        Service.ExtendBakeAsync(id, RolloutAsk.StepOf(_ask!.Choice!.Value), OrNone(words), actor, token));

    private void Restart() => Put(actions => actions.Steps.Restart, () => RolloutAsk.Restart(Rollout), (id, words, actor, token) =>
        Service.RestartStepsAsync(id, OrNone(words), actor, token));

    private void Choose(string? value)
    {
        _chosen = value;
        _ask = _question?.Ask();
    }

    private static string? OrNone(string words) => words.Length > 0 ? words : null;

    private Task ConfirmAsync(string words) => RunAsync(_question!.Command, words);

    private Task ResumeAsync() => RunAsync((id, _, actor, token) => Service.ResumeAsync(id, actor, token), "");

    private async Task RunAsync(Command command, string words)
    {
        (_pending, _refusal) = (true, null);
        StateHasChanged();
        try
        {
            // Once confirmed, a command is not taken back by leaving the page.
            switch (await command(Rollout.State.Id, words, Operator.Name, CancellationToken.None))
            {
                case CommandResult.Accepted accepted:
                    Close();
                    _taken = accepted.State.Version;
                    break;
                case CommandResult.Refused refused:
                    _refusal = SentenceText.Of(refused.Reason);
                    break;
            }
        }
        finally
        {
            _pending = false;
        }
    }

    private void Close() => (_question, _ask, _refusal) = (null, null, null);
}
