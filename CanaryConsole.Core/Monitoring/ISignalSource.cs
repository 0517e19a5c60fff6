using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Monitoring;

/// <summary>Where guardrails that are not about request counts read: any metric, instances' resources, alarms.</summary>
public interface ISignalSource
{
    /// <summary>Answers stand in the order of the requests; one that could not be read has a problem and the others are unharmed.</summary>
    /// <exception cref="CloudException">Nothing could be read at all.</exception>
    Task<IReadOnlyList<SignalReading>> ReadAsync(IReadOnlyList<SignalRequest> requests, CancellationToken cancellationToken);
}

/// <summary>What one guardrail wants read.</summary>
/// <param name="Rule">A utilization limit, a metric limit or an alarm's state.</param>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
public sealed record SignalRequest(string Endpoint, string Variant, GuardrailRule Rule, DateTimeOffset From, DateTimeOffset To, TimeSpan Period);
