namespace CanaryConsole.Core.Guardrails;

/// <summary>One look: the counts pooled up to one window, with the rule applied to them.</summary>
/// <param name="End">End of the newest window in it.</param>
/// <param name="Strength">How near to a breach: 0 none, 1 the limit; above 1 the look fails.</param>
internal readonly record struct Look(DateTimeOffset End, long Requests, long Bad, long ChampionRequests, long ChampionBad, double Strength)
{
    public bool Failed => Strength > 1;
}
