namespace CanaryConsole.Core.Gateway;

/// <summary>What the invocation gateway decides and remembers of a request; the request itself and its payload pass by elsewhere. Safe for any number of threads; no call waits.</summary>
public interface IInvocationGateway
{
    /// <summary>Whether requests to the endpoint may pass: fixed for the life of the process.</summary>
    bool Covers(string endpoint);

    /// <summary>Lets one more request in; null when as many are in flight as may be. What is let in is disposed when it is over.</summary>
    GatewayPass? TryEnter(string endpoint);

    /// <summary>Where the request goes.</summary>
    /// <param name="wanted">The variant that the caller names; null for none. It goes before the unit.</param>
    /// <param name="unit">Whom the request is for; null leaves the choice to the weights.</param>
    GatewayTarget Target(string endpoint, string? wanted, ReadOnlySpan<char> unit);

    /// <summary>Counts a request that was sent on.</summary>
    /// <param name="answered">The variant that the answer names; null when it names none.</param>
    /// <param name="latency">From sending it to the head of its answer.</param>
    void Count(string endpoint, GatewayTarget target, string? answered, InvocationStatus status, TimeSpan latency);

    /// <summary>Counts a request that the gateway itself turned away.</summary>
    void Refuse(string endpoint);

    GatewayStatus Status(string endpoint);
}

/// <summary>Where a request goes.</summary>
/// <param name="Variant">Sent on as the target; null leaves the choice to the weights.</param>
/// <param name="Only">The one variant that has traffic, and so the one that will answer although nothing names it; null when there are more, or none is known.</param>
/// <param name="IsPinned">The caller named the variant.</param>
public readonly record struct GatewayTarget(string? Variant, string? Only, bool IsPinned);

/// <summary>What passes the gateway of one endpoint.</summary>
/// <param name="IsCovered">False where the gateway is off for it; then all else is empty.</param>
/// <param name="Variants">Those with requests in the last 15 minutes, by name.</param>
/// <param name="InFlight">Requests under way now.</param>
/// <param name="Refused">Turned away by the gateway itself since the console's start.</param>
/// <param name="Assigned">Sent to a variant by the caller's unit since the start.</param>
/// <param name="Unattributed">Failed since the start without a word on which variant it was.</param>
public sealed record GatewayStatus(bool IsCovered, IReadOnlyList<GatewayVariant> Variants, long InFlight, long Refused, long Assigned, long Unattributed);

/// <summary>The last 60 whole seconds of one variant.</summary>
/// <param name="Errors">5xx answers and model errors.</param>
/// <param name="Pinned">Requests whose caller named the variant.</param>
/// <param name="P99">Within 1 %; null without a request.</param>
public sealed record GatewayVariant(string Name, long Requests, long Errors, long Pinned, TimeSpan? P99);
