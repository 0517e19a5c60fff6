namespace CanaryConsole.Core.Guardrails;

/// <summary>What one arm showed: how many of its requests were bad.</summary>
/// <param name="Requests">At least 0.</param>
/// <param name="Bad">Failed, or too slow, by the guardrail's rule; 0 to <paramref name="Requests"/>.</param>
/// <param name="Low">Lower end of the 95 % Wilson interval of the rate; null without requests.</param>
/// <param name="High">Upper end; null without requests.</param>
/// <param name="Latency">For a latency rule, the percentile as last measured; null otherwise or when not delivered.</param>
public sealed record ArmEvidence(long Requests, long Bad, Percentage? Low, Percentage? High, TimeSpan? Latency)
{
    public static ArmEvidence None { get; } = new(0, 0, null, null, null);

    /// <summary>Bad over all; null without requests.</summary>
    public Percentage? Rate => Requests > 0 ? Percentage.FromFraction((double)Bad / Requests) : null;
}

/// <summary>All a guardrail has seen of the current step: the input of its verdict, and what the panel shows.</summary>
/// <param name="Challenger">Settled and provisional windows together.</param>
/// <param name="Champion">The champion over the same time, or its last shared time once it gets no traffic.</param>
/// <param name="SettledRequests">The challenger's requests in windows old enough to be final.</param>
/// <param name="RequiredRequests">What a decision needs of the challenger.</param>
/// <param name="LooksFailed">Of the latest looks, how many were beyond the limit.</param>
/// <param name="LooksTaken">How many looks were possible, at most the guardrail's M.</param>
/// <param name="Strength">How near the evidence is to a breach: 0 none, 1 the limit; may exceed 1.</param>
/// <param name="LatestWindowEnd">End of the newest challenger window; null when there is none.</param>
/// <param name="LookRequests">The challenger's requests in the latest look, which the verdict speaks of; 0 before the first look.</param>
/// <param name="LookBad">Of those, the bad ones.</param>
public sealed record Evidence(
    ArmEvidence Challenger,
    ArmEvidence Champion,
    long SettledRequests,
    long RequiredRequests,
    int LooksFailed,
    int LooksTaken,
    double Strength,
    DateTimeOffset? LatestWindowEnd,
    long LookRequests = 0,
    long LookBad = 0)
{
    public static Evidence None { get; } = new(ArmEvidence.None, ArmEvidence.None, 0, 0, 0, 0, 0, null);

    /// <summary>ln M of a sequential guardrail, provisional windows included; null for failed looks.</summary>
    public double? LogEvidence { get; init; }

    /// <summary>ln(1/alpha) of its part of the budget: the line at which it is a breach; null for failed looks.</summary>
    public double? LogLimit { get; init; }

    /// <summary>Arms and latest look are what the invocation gateway counted, ahead of the endpoint's metrics, because its evidence is the stronger.</summary>
    public bool FromGateway { get; init; }

    /// <summary>How the evidence came about, ascending, at most 120 points; null for failed looks.</summary>
    public IReadOnlyList<EvidencePoint>? Line { get; init; }

    /// <summary>How a sequential guardrail weighs its windows; null for the others.</summary>
    public EvidenceForm? Form { get; init; }

    /// <summary>
    /// Start of the first window that a sequential guardrail's evidence rests on. Later than the first share where the console was started anew since and older
    /// windows cannot be read back: the budget then holds from here on. Null before the first window, and for the others.
    /// </summary>
    public DateTimeOffset? CountedSince { get; init; }

    /// <summary>Since when the guardrail has had nothing to go by, look after look; null while it has.</summary>
    public DateTimeOffset? MissingSince { get; init; }

    /// <summary>Windows that were corrected after they had been taken for settled; a sequential guardrail goes on with what it took. 0 for failed looks.</summary>
    public int IgnoredCorrections { get; init; }

    /// <summary>The values of a guardrail on a metric, a resource or an alarm; null for those on requests.</summary>
    public SignalEvidence? Signal { get; init; }

    /// <summary>About how long the requests still missing will take at the challenger's present pace; null when none are missing or none come.</summary>
    public TimeSpan? TimeMissing { get; init; }
}

/// <summary>The evidence after one window.</summary>
/// <param name="At">End of the window.</param>
/// <param name="LogEvidence">ln M.</param>
/// <param name="Provisional">The window may still be corrected.</param>
public sealed record EvidencePoint(DateTimeOffset At, double LogEvidence, bool Provisional);

/// <summary>A guardrail with its evidence and its verdict at one look.</summary>
public sealed record GuardrailAssessment(Guardrail Guardrail, Evidence Evidence, Verdict Verdict);
