using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>One line of the rollouts list.</summary>
/// <param name="Outcome">Why it ended, waits or was stopped; empty when there is nothing to say.</param>
/// <param name="Lasted">Until its end, or until now.</param>
public sealed record RolloutRow(
    RolloutId Id, string Endpoint, string From, string To, Badge Phase, bool IsActive, Core.Percentage Share, string StartedBy, DateTimeOffset StartedAt, TimeSpan Lasted, string Outcome)
{
    /// <summary>Newest first; what the monitor knows is newer than what was listed.</summary>
    public static IReadOnlyList<RolloutRow> All(IReadOnlyList<RolloutState> listed, MonitorSnapshot snapshot, DateTimeOffset now)
    {
        var live = snapshot.Rollouts.ToDictionary(rollout => rollout.State.Id);
        return
        [
            .. snapshot.Rollouts.Select(rollout => Of(rollout.State, PhasePresentation.Badge(rollout), snapshot, now))
                .Concat(listed.Where(state => !live.ContainsKey(state.Id)).Select(state => Of(state, PhasePresentation.Badge(state), snapshot, now)))
                .OrderByDescending(row => row.StartedAt),
        ];
    }

    private static RolloutRow Of(RolloutState state, Badge phase, MonitorSnapshot snapshot, DateTimeOffset now) => new(
        state.Id,
        state.Plan.Endpoint,
        RolloutNames.Champion(state.Plan, snapshot.Endpoint(state.Plan.Endpoint)?.Description),
        RolloutNames.Challenger(state.Plan),
        phase,
        !state.IsFinished,
        state.ChallengerShare,
        state.StartedBy,
        state.PlannedAt,
        (state.FinishedAt ?? now) - state.PlannedAt,
        state.Reason is { } reason ? SentenceText.Of(reason) : "");
}

/// <summary>Which lines are wanted; it lives in the address.</summary>
internal sealed record RolloutFilter(string? State, string? Endpoint, string? Search)
{
    public const string Active = "active";
    public const string Finished = "finished";

    public IReadOnlyList<RolloutRow> Of(IReadOnlyList<RolloutRow> rows) => [.. rows.Where(IsWanted)];

    private bool IsWanted(RolloutRow row) =>
        (State switch { Active => row.IsActive, Finished => !row.IsActive, _ => true })
        && (string.IsNullOrEmpty(Endpoint) || string.Equals(row.Endpoint, Endpoint, StringComparison.Ordinal))
        && (string.IsNullOrWhiteSpace(Search) || Mentions(row, Search.Trim()));

    private static bool Mentions(RolloutRow row, string words) =>
        new[] { row.Id.Value, row.Endpoint, row.To, row.From, row.Phase.Text, row.StartedBy, row.Outcome }
            .Any(text => text.Contains(words, StringComparison.OrdinalIgnoreCase));
}
