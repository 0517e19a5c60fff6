using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Backtests;

/// <summary>One replay's end.</summary>
/// <param name="SeenAfter">From the worsening, or from the first share of a healthy one, to the end of the window that was too much; null: it went through.</param>
/// <param name="Harmed">Requests made bad until then.</param>
/// <param name="Fired">The guardrails in breach at that moment.</param>
/// <param name="TooEarly">It was rolled back before there was anything to see: a false alarm, and no measure of the worsening.</param>
internal sealed record ReplayEnd(TimeSpan? SeenAfter, long Harmed, IReadOnlyList<string> Fired, bool TooEarly = false);

/// <summary>Lays a plan over windows of the past, with a pretend challenger. Pure but for the draws of its seed.</summary>
internal static class Replay
{
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(10);

    /// <summary>The monitor keeps three hours as well.</summary>
    private const int Remembered = 180;

    /// <param name="history">The champion's windows, ascending, all of one period, at least one.</param>
    /// <param name="start">Index of the first; past the last it goes on with the first again.</param>
    /// <param name="worseFrom">The step with which the challenger gets worse, as many as there are for the soak; null for a healthy one.</param>
    public static ReplayEnd Run(
        PlanOutline outline, IReadOnlyList<MetricWindow> history, int start, int seed, (double Failing, double Slowed) injected, int? worseFrom)
    {
        var challenger = new PretendChallenger(seed);
        var period = history[0].Period;
        var guards = new ReplayGuards(outline, period);
        var begin = history[start].Start;
        List<MetricWindow> champions = [];
        var (index, harmed, worseSince) = (0, 0L, begin);
        for (var step = 0; step <= outline.Steps.Count; step++)
        {
            var alone = step == outline.Steps.Count;
            var share = alone ? 1 : outline.Steps[step].Share.Fraction;
            var bake = alone ? outline.Soak : outline.Steps[step].Bake;
            var since = begin + (period * index);
            var isWorse = worseFrom <= step;
            worseSince = worseFrom == step ? since : worseSince;
            List<MetricWindow> own = [];
            // At 100 % the champion has nothing new: what it did at the last share of both stands.
            champions = alone ? champions : [];
            for (var window = 0; window < Count(bake, period); window++, index++)
            {
                var (mine, theirs, bad) = challenger.Split(
                    history[(start + index) % history.Count], share, isWorse ? injected.Failing : 0, isWorse ? injected.Slowed : 0, begin + (period * index));
                harmed += bad;
                Keep(own, mine);
                if (!alone)
                {
                    Keep(champions, theirs);
                }

                var view = new GuardrailView(mine.End, since, own, champions, ChampionFrozen: alone, mine.End, Stale, null)
                {
                    GuardedSince = begin,
                    SetShare = Percentage.FromFraction(share),
                };
                var breached = guards.Look(view);
                if (breached.Any(guardrail => guardrail is { Enforcing: true, Severity: Severity.Critical }))
                {
                    return new ReplayEnd(mine.End - worseSince, harmed, [.. breached.Select(guardrail => guardrail.Name)], worseFrom > step);
                }
            }
        }

        return new ReplayEnd(null, harmed, []);
    }

    /// <summary>How many windows one replay has at most.</summary>
    public static int PlannedWindows(PlanOutline outline, TimeSpan period) => Math.Max(1, outline.Steps.Sum(step => Count(step.Bake, period)) + Count(outline.Soak, period));

    private static void Keep(List<MetricWindow> windows, MetricWindow window)
    {
        if (windows.Count == Remembered)
        {
            windows.RemoveAt(0);
        }

        windows.Add(window);
    }

    private static int Count(TimeSpan bake, TimeSpan period) => (int)Math.Ceiling(bake / period);
}
