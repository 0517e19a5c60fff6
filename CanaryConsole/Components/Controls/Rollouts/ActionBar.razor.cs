using CanaryConsole.Core;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;
using Microsoft.AspNetCore.Components;

namespace CanaryConsole.Components.Controls.Rollouts;

/// <summary>What a person may do to this rollout: asked first, shown while it runs, and the refusal said in its own words.</summary>
public sealed partial class ActionBar
{
    private delegate Task<CommandResult> Command(RolloutId id, string words, string actor, CancellationToken cancellationToken);

    private RolloutAsk? _ask;
    private Command? _command;
    private bool _pending;
    private string? _refusal;
    private int? _taken;

    [Inject]
    private IRolloutService Service { get; set; } = default!;

    [Parameter, EditorRequired]
    public RolloutSnapshot Rollout { get; set; } = default!;

    [Parameter, EditorRequired]
    public RolloutActions Actions { get; set; } = default!;

    /// <summary>The challenger's share as the endpoint shows it.</summary>
    [Parameter, EditorRequired]
    public Percentage Actual { get; set; }

    public void AskToMove(Percentage share) => Put(RolloutAsk.MoveShare(Rollout, share), (id, words, actor, token) =>
        Service.MoveShareAsync(id, share.Fraction, words.Length > 0 ? words : null, actor, token));

    private void Put(RolloutAsk ask, Command command)
    {
        (_ask, _command, _refusal) = (ask, command, null);
        StateHasChanged();
    }

    private Task ConfirmAsync(string words) => RunAsync(_command!, words);

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
                    (_ask, _taken) = (null, accepted.State.Version);
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

    private void Close() => (_ask, _refusal) = (null, null);
}
