using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Monitoring;

/// <summary>Reads before a start what guardrails would watch, of the champion.</summary>
public interface IBaselineReader
{
    /// <summary>By the guardrails' names; none of those on request counts. What cannot be read says why, and nothing is thrown for it.</summary>
    /// <param name="period">Of the endpoint's metrics.</param>
    Task<IReadOnlyDictionary<string, SignalReading>> ReadAsync(
        string endpoint, string championVariant, TimeSpan period, IReadOnlyList<Guardrail> guardrails, CancellationToken cancellationToken);
}
