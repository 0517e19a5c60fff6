namespace CanaryConsole.Core.Rollouts;

/// <summary>A stage before any traffic: the challenger gets copies of requests, and its answers reach nobody.</summary>
/// <param name="SamplingPercentage">Of the champion's requests, 1 to 100.</param>
/// <param name="Duration">How long it lasts at least, from the moment the shadow is read back; 0 to 7 days.</param>
/// <param name="MinimumRequests">Copies it must have answered in settled windows; at least 1.</param>
/// <param name="MinimumAgreement">The part of the predictions that must be the champion's, held against the lower end of its 95 % interval; null asks for none.</param>
/// <param name="Tolerance">Numbers no further apart count as the same prediction; at least 0.</param>
/// <param name="Gate">A person must approve before the challenger becomes a production variant.</param>
/// <param name="CarryEvidence">
/// The first step needs fewer requests by those the shadow answered, though never less than a fifth: copies show how the model errs and how
/// fast it is, but not what live answers do to those who get them.
/// </param>
public sealed record ShadowStage(
    int SamplingPercentage,
    TimeSpan Duration,
    int MinimumRequests,
    Percentage? MinimumAgreement,
    double Tolerance,
    bool Gate,
    bool CarryEvidence)
{
    private const int LongestName = 63;
    private const string Suffix = "-shadow";

    /// <summary>
    /// What the challenger is called while it shadows. Never as it is called in production: an update keeps the weights of variants by their name,
    /// and a shadow's weight would become a share of the traffic before anybody asked for one.
    /// </summary>
    public static string VariantName(Challenger challenger)
    {
        var name = challenger.VariantName;
        return (name.Length + Suffix.Length <= LongestName ? name : name[..(LongestName - Suffix.Length)].TrimEnd('-')) + Suffix;
    }
}
