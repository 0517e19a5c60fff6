using System.Text.Json.Serialization;

namespace CanaryConsole.Core.Guardrails;

/// <summary>What a guardrail holds the challenger to.</summary>
[JsonDerivedType(typeof(ErrorRateLimit), "errorRateLimit")]
[JsonDerivedType(typeof(LatencyLimit), "latencyLimit")]
[JsonDerivedType(typeof(ErrorRateAgainstChampion), "errorRateAgainstChampion")]
public abstract record GuardrailRule
{
    private GuardrailRule()
    {
    }

    /// <summary>At most this part of the challenger's requests may fail.</summary>
    public sealed record ErrorRateLimit(Percentage Limit) : GuardrailRule;

    /// <summary>The percentile of the challenger's latency must not exceed the limit; that is, at most 1 - percentile of its requests may be slower.</summary>
    /// <param name="Percentile">0.5 to 0.999, as in 0.99.</param>
    public sealed record LatencyLimit(double Percentile, TimeSpan Limit) : GuardrailRule;

    /// <summary>The challenger's error rate must not exceed the champion's by more than the ratio, beyond chance.</summary>
    /// <param name="Ratio">At least 1; 1 means "not worse".</param>
    public sealed record ErrorRateAgainstChampion(double Ratio) : GuardrailRule;
}
