using CanaryConsole.Core.Readiness;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Whether a step may follow: everything that the champion needs to take all traffic back, and the challenger to take more, is there.</summary>
internal static class ReadinessDecisions
{
    public const string Topic = "readiness";

    /// <summary>An older report is no report.</summary>
    public static readonly TimeSpan ReportLasts = TimeSpan.FromMinutes(5);

    /// <summary>How long the first report of a step may take before its absence is told.</summary>
    public static readonly TimeSpan ReportDue = TimeSpan.FromMinutes(2);

    /// <summary>Null when nothing is missing and nothing was; a held step goes on by itself once it is healed. Never asked on the way back.</summary>
    public static Decision? Hold(RolloutState state, RolloutInput.Observe observed)
    {
        if (state.Plan.Readiness is not { } basis)
        {
            return null;
        }

        var report = observed.Readiness is { } told && observed.At - told.At <= ReportLasts ? told : null;
        var holding = FleetChecks.Of(state.Plan, basis, observed.Endpoint).Concat(report?.Checks ?? Untold(state, observed.At)).Where(check => check.Holds).ToList();
        return (holding.Count, report, state.Probes.NotReady) switch
        {
            (0, null, _) => Decision.Nothing,
            (0, _, null) => null,
            (0, _, _) => Decision.Of(new RolloutEvent.ProbeEvent.ReadinessRestored()),
            (_, _, var known) when known != Key(holding) || state.HoldTopic != Topic => Decision.Of(new RolloutEvent.ProbeEvent.ReadinessLost(holding)),
            _ => Page(state, observed.At, holding),
        };
    }

    /// <summary>More traffic by hand takes as much as more traffic by itself; null when nothing is known to be missing.</summary>
    public static Decision.Refused? Refusal(RolloutState state, string what) =>
        state.Probes.NotReady is { } missing ? CommandDecisions.Refuse(state, what, $"it is not ready for the next step: {missing}") : null;

    /// <summary>The same for as long as the same things are missing in the same way, however the cloud words it.</summary>
    public static string Key(IEnumerable<ReadinessCheck> missing) => string.Join("; ", missing.Select(check => $"{check.Name} {check.Result}"));

    private static Decision Page(RolloutState state, DateTimeOffset at, List<ReadinessCheck> holding) =>
        state is { Paged: false, Probes.NotReadySince: { } since } && at - since >= RolloutDefaults.PageAfter
            ? Decision.Of(new RolloutEvent.AttentionRequested(
                $"not ready for the next step for {RolloutDefaults.PageAfter.TotalMinutes:0} minutes; {ProbeJournal.Missing(holding)}"))
            : Decision.Nothing;

    private static IReadOnlyList<ReadinessCheck> Untold(RolloutState state, DateTimeOffset at)
    {
        var since = state.BakeEnds is { } ends && ends > state.PhaseSince ? ends : state.PhaseSince;
        return at - since >= ReportDue
            ? [new ReadinessCheck("Readiness probe", ReadinessResult.Unknown, $"has not answered for {ReportDue.TotalMinutes:0} minutes", Holds: true)]
            : [];
    }
}
