using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Schedules;

/// <summary>No share rises, and no rollout completes, on data that was missing, stale, unsettled or too little; counted here from what was really published.</summary>
internal sealed class EvidenceLaw(ScheduleWorld world)
{
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(3);

    private readonly Dictionary<RolloutId, DateTimeOffset?> _since = [];

    public void Check(RolloutState? before, RecordedRolloutEvent recorded, RolloutState after)
    {
        var now = world.Clock.GetUtcNow();
        var since = _since.GetValueOrDefault(after.Id);
        switch (recorded.Event)
        {
            // A step chosen by a person may give less; what gives more to everything is a promotion.
            case RolloutEvent.StepStarted when recorded.Actor != "monitor":
                break;
            case RolloutEvent.StepStarted { Step: > 0 } or RolloutEvent.PromotionStarted when since is not null && before!.Phase is not RolloutPhase.AtGate:
                Holds(before, recorded, since.Value, now, byPerson: recorded.Actor != "monitor");
                break;
            // The gate after a shadow stage asks what copies have shown; no traffic rises there.
            case RolloutEvent.GateReached when before!.Phase is not RolloutPhase.Shadowing:
                Holds(before, recorded, since ?? now, now, byPerson: false);
                break;
            case RolloutEvent.RolloutCompleted or RolloutEvent.TaskEvent.RestorationStarted { Ending: RolloutPhase.Completed } when before!.Phase is RolloutPhase.Soaking:
                Holds(before, recorded, since ?? now, now, byPerson: false);
                break;
            default:
                break;
        }

        _since[after.Id] = recorded.Event switch
        {
            RolloutEvent.WeightsConfirmed => since ?? now,
            RolloutEvent.SoakStarted => now,
            _ => after.EvidenceSince is null ? null : since,
        };
    }

    private void Holds(RolloutState state, RecordedRolloutEvent recorded, DateTimeOffset since, DateTimeOffset now, bool byPerson)
    {
        // A clock that is off by so much sees windows settle so much too early; a person decides on the last look.
        var tolerance = world.Plan.Happenings.OfType<Happening.ClockJump>().Select(jump => jump.Skew.Duration() * 2).DefaultIfEmpty().Max() + (byPerson ? TimeSpan.FromSeconds(15) : TimeSpan.Zero);
        var what = $"{recorded.Event.GetType().Name} ({recorded.Actor})";
        var settled = now - world.Monitoring.SettleDelay + tolerance;
        long requests = 0, errors = 0;
        DateTimeOffset? newest = null;
        for (var start = SimulatedUsers.WindowOf(since - tolerance); start < now; start += SimulatedUsers.Window)
        {
            if (start >= since - tolerance && world.Users.Read(SimulatedCloud.Challenger, start, now, countsSlow: true) is { } window)
            {
                newest = window.End;
                (requests, errors) = window.End <= settled ? (requests + window.Requests, errors + window.Errors) : (requests, errors);
            }
        }

        foreach (var guardrail in state.Plan.Guardrails.Where(guardrail => guardrail.Enforcing))
        {
            var required = guardrail.Rule is GuardrailRule.LatencyLimit limit ? Math.Max(guardrail.MinimumRequests, (long)Math.Round(10 / (1 - limit.Percentile))) : guardrail.MinimumRequests;
            Laws.Require(requests >= required, $"{what} on {requests} settled requests since {since:HH:mm:ss}; \"{guardrail.Name}\" needs {required}.");
        }

        Laws.Require(newest >= now - Stale - tolerance, $"{what} although nothing was published since {newest:HH:mm:ss}.");
        Laws.Require(!world.Plan.IsBad, $"{what} of a bad challenger ({errors} errors in {requests} settled requests).");
        Laws.Require(
            byPerson || now - since >= (state.CurrentStep?.Bake ?? state.Plan.Soak) - tolerance,
            $"{what} after {(now - since).TotalSeconds:0} s; the bake is {(state.CurrentStep?.Bake ?? state.Plan.Soak).TotalSeconds:0} s.");
    }
}
