using System.Globalization;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>One task of a checklist.</summary>
/// <param name="Word">How it stands, in a word.</param>
/// <param name="Text">What it came to, or why it failed; null where there is nothing to say.</param>
public sealed record TaskLine(string Name, string Word, Tone Tone, Glyph Glyph, string? Text);

/// <summary>What differs between the pictures before and after.</summary>
public sealed record PictureDifference(string What, string Before, string After);

/// <summary>What surrounds the traffic, as the rollout page shows it.</summary>
/// <param name="ChampionNote">How warm the way back is; null before the soak.</param>
/// <param name="NewRolloutHref">A new rollout of the old model, where a rollback is cold.</param>
/// <param name="Differences">Null until both pictures are taken; empty when nothing differs.</param>
/// <param name="CanLeave">A restoration is under way that a person may end.</param>
public sealed record SurroundingsView(
    IReadOnlyList<TaskLine> Preparation,
    IReadOnlyList<TaskLine> Restoration,
    string? ChampionNote,
    string? NewRolloutHref,
    DateTimeOffset? SoakEnds,
    IReadOnlyList<PictureDifference>? Differences,
    bool CanLeave)
{
    /// <summary>Null for a plan of an older console, which touched nothing but traffic.</summary>
    public static SurroundingsView? Of(RolloutSnapshot rollout, EndpointDescription? endpoint)
    {
        var state = rollout.State;
        if (state.Plan.Surroundings is not { } around)
        {
            return null;
        }

        var cold = state.IsCold;
        return new SurroundingsView(
            [.. TaskLists.Preparation(state.Plan).Select(task => Line(state.Task(task), state))],
            [.. TaskLists.Restoration(state).Select(task => Line(state.Task(task), state))],
            Note(state, around, endpoint?.Variant(state.Plan.ChampionVariant)),
            cold ? Href(state.Plan) : null,
            state.Phase is RolloutPhase.Soaking && !around.KeepChampion ? state.BakeEnds : null,
            state is { Before: { } before, After: { } after } ? PictureComparison.Of(before, after) : null,
            state is { Phase: RolloutPhase.Restoring } or { Phase: RolloutPhase.Blocked, Ending: not null });
    }

    private static TaskLine Line(TaskStanding standing, RolloutState state)
    {
        var (word, tone, glyph) = standing.Progress switch
        {
            TaskProgress.Waiting => ("waiting", Tone.Idle, Glyph.Clock),
            TaskProgress.Running => ("under way", Tone.Info, Glyph.Baking),
            TaskProgress.Done => ("done", Tone.Good, Glyph.Check),
            _ => (string.Create(CultureInfo.InvariantCulture, $"failed {standing.Attempts}×, tried again"), Tone.Warn, Glyph.Alert),
        };
        var text = standing.Task is RolloutTask.PinChampion && state.PinnedInstances is { } pinned ? CountText.Of(pinned, "instance", "instances") : standing.Text;
        return new TaskLine(TaskNames.Of(standing.Task), word, tone, glyph, text);
    }

    private static string? Note(RolloutState state, RolloutSurroundings around, VariantDescription? champion) => state switch
    {
        { IsCold: true } => $"A rollback is now cold: {state.Plan.ChampionVariant} is off the endpoint. Bringing {state.Plan.ChampionModel ?? "its model"} back takes a rollout of its own"
            + (state.PreparationTook is { } took ? $"; bringing this challenger up took {DurationText.Span(took)}." : "."),
        { Phase: RolloutPhase.Soaking } => $"{state.Plan.ChampionVariant} stays warm"
            + (champion is null ? "" : $" on {CountText.Of(champion.CurrentInstanceCount, "instance", "instances")}")
            + (around.WarmInstances < state.PinnedInstances ? $"; a rollback gives it its {state.PinnedInstances} back first, then the traffic." : ", so a rollback is a change of weights."),
        { Phase: RolloutPhase.Completed } => $"{state.Plan.ChampionVariant} was left on the endpoint at weight 0.",
        _ => null,
    };

    private static string Href(RolloutPlan plan)
    {
        var endpoint = $"/rollouts/new?endpoint={Uri.EscapeDataString(plan.Endpoint)}";
        return plan is { ChampionModel: { } model } && model.LastIndexOf("-v", StringComparison.Ordinal) is > 0 and var at && int.TryParse(model.AsSpan(at + 2), CultureInfo.InvariantCulture, out var version)
            ? FormattableString.Invariant($"{endpoint}&group={Uri.EscapeDataString(model[..at])}&version={version}")
            : endpoint;
    }
}
