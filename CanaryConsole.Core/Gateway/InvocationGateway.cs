using System.Collections.Concurrent;

namespace CanaryConsole.Core.Gateway;

/// <summary>The gateway's counts, its budget and its choice of variants behind one door.</summary>
internal sealed class InvocationGateway(GatewayCounts counts, GatewayRouting routing, InFlightBudget budget, TimeProvider clock) : IInvocationGateway
{
    /// <summary>A list may allow names without end; beyond so many, endpoints share one tally.</summary>
    private const int MostEndpoints = 256;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, EndpointTally> _tallies = new(StringComparer.Ordinal);
    private readonly EndpointTally _others = new();

    public bool Covers(string endpoint) => counts.Covers(endpoint);

    public GatewayPass? TryEnter(string endpoint) => budget.TryEnter() ? new GatewayPass(budget, Tally(endpoint)) : null;

    public GatewayTarget Target(string endpoint, string? wanted, ReadOnlySpan<char> unit)
    {
        if (wanted is not null)
        {
            return new GatewayTarget(wanted, null, IsPinned: true);
        }

        var target = routing.Of(endpoint, unit);
        if (target.Variant is not null)
        {
            Tally(endpoint).Assign();
        }

        return target;
    }

    public void Count(string endpoint, GatewayTarget target, string? answered, InvocationStatus status, TimeSpan latency)
    {
        var variant = answered ?? Failing(endpoint, target, status);
        if (variant is not null)
        {
            counts.Record(endpoint, variant, status, latency, target.IsPinned);
        }
        else if (status is not (InvocationStatus.ClientError or InvocationStatus.Abandoned))
        {
            Tally(endpoint).FailUnattributed();
        }
    }

    public void Refuse(string endpoint) => Tally(endpoint).Refuse();

    public GatewayStatus Status(string endpoint)
    {
        var tally = _tallies.GetValueOrDefault(endpoint);
        return new GatewayStatus(
            Covers(endpoint),
            [.. counts.VariantsOf(endpoint).Select(variant => LastMinute(endpoint, variant))],
            tally?.InFlight ?? 0,
            tally?.Refused ?? 0,
            tally?.Assigned ?? 0,
            tally?.Unattributed ?? 0);
    }

    /// <summary>
    /// Whose failure it is when the answer does not say: the one it was sent to. A request that the service refused is the caller's, and a name that only a caller knows is no variant.
    /// </summary>
    private string? Failing(string endpoint, GatewayTarget target, InvocationStatus status) =>
        status is not InvocationStatus.ClientError && (target.Variant ?? target.Only) is { } variant && (!target.IsPinned || counts.Knows(endpoint, variant)) ? variant : null;

    private GatewayVariant LastMinute(string endpoint, string variant)
    {
        var from = clock.GetUtcNow() - Minute;
        var whole = new LatencyHistogram();
        long requests = 0, errors = 0;
        foreach (var second in counts.Seconds(endpoint, variant, from))
        {
            requests += second.Tally.Requests;
            errors += second.Tally.Errors;
            second.Latencies.AddTo(whole);
        }

        return new GatewayVariant(variant, requests, errors, counts.Pinned(endpoint, variant, from), whole.Quantile(0.99));
    }

    private EndpointTally Tally(string endpoint) => _tallies.TryGetValue(endpoint, out var tally)
        ? tally
        : _tallies.Count < MostEndpoints ? _tallies.GetOrAdd(endpoint, static _ => new EndpointTally()) : _others;
}
