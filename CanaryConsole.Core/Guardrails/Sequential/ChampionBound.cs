using MathNet.Numerics.Distributions;

namespace CanaryConsole.Core.Guardrails;

/// <summary>What the champion's rate may have been at most.</summary>
internal static class ChampionBound
{
    /// <summary>The upper one-sided bound of C. J. Clopper and E. S. Pearson (Biometrika 26:404, 1934): too low with a chance of at most <paramref name="risk"/>.</summary>
    /// <param name="bad">0 to <paramref name="requests"/>.</param>
    /// <param name="requests">At least 1.</param>
    /// <param name="risk">Above 0 and below 1.</param>
    public static double Upper(long bad, long requests, double risk) => bad >= requests ? 1 : Beta.InvCDF(bad + 1, requests - bad, 1 - risk);
}
