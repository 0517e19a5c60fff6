using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Core.Guardrails;

/// <summary>Which form comparisons with the champion take, by how its own errors came before the challenger had traffic. Pure.</summary>
internal static class ChampionForm
{
    /// <summary>How much of its past is looked at.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromHours(1);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private const int LeastMinutes = 10;

    /// <summary>Robust where the errors of its minutes cluster; independent where they do not, or where too little is known of it to say.</summary>
    /// <param name="champion">Ascending.</param>
    /// <param name="before">Nothing from here on counts: the choice must not see what it chooses for.</param>
    public static EvidenceForm Of(IReadOnlyList<MetricWindow> champion, DateTimeOffset before)
    {
        var dispersion = new DispersionIndex();
        foreach (var minute in champion.Where(window => window.End <= before && window.Start >= before - Span).GroupBy(window => window.Start.UtcTicks / Minute.Ticks))
        {
            var requests = minute.Sum(window => window.Requests);
            dispersion.Update(Math.Min(requests, minute.Sum(window => window.Errors)), requests);
        }

        return dispersion is { Windows: >= LeastMinutes, IsClustered: true } ? EvidenceForm.Robust : EvidenceForm.Independent;
    }
}
