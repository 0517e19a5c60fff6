namespace CanaryConsole.Sandbox.Control;

/// <summary>The faults in force, newest first, and every kind that can be asked for.</summary>
public sealed record FaultList(IReadOnlyList<FaultInForce> Active, IReadOnlyList<FaultOffer> Kinds);

/// <param name="Kind">The name of the kind, as "throttle".</param>
/// <param name="Values">The values it was asked for with.</param>
/// <param name="Refused">How many calls it refused so far.</param>
public sealed record FaultInForce(string Id, string Kind, string Title, string Effect, IReadOnlyDictionary<string, string> Values, DateTimeOffset Since, DateTimeOffset? Until, long Refused);

/// <param name="Group">What it strikes: Calls, Endpoints, Metrics, Variants.</param>
public sealed record FaultOffer(string Group, string Kind, string Title, string Effect, IReadOnlyList<FaultOfferField> Fields);

/// <param name="Type">operation, endpoint, variant, number or choice.</param>
/// <param name="Above">A number must be greater than this, where one is given.</param>
public sealed record FaultOfferField(
    string Name,
    string Type,
    string Meaning,
    bool IsRequired,
    double? Above,
    double? Minimum,
    double? Maximum,
    string? Suggestion,
    IReadOnlyList<string> Choices);
