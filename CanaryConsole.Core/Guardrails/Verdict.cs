using System.Text.Json.Serialization;

namespace CanaryConsole.Core.Guardrails;

/// <summary>What a guardrail concludes. Only <see cref="Healthy"/> lets a rollout move on, only <see cref="Breach"/> sends it back.</summary>
[JsonDerivedType(typeof(Healthy), "healthy")]
[JsonDerivedType(typeof(Breach), "breach")]
[JsonDerivedType(typeof(Inconclusive), "inconclusive")]
[JsonDerivedType(typeof(NoData), "noData")]
[JsonDerivedType(typeof(Blind), "blind")]
[JsonDerivedType(typeof(SharedCause), "sharedCause")]
public abstract record Verdict
{
    private Verdict(string reason) => Reason = reason;

    /// <summary>Why, as a sentence without a full stop.</summary>
    public string Reason { get; }

    /// <summary>Enough settled evidence, and within the limit.</summary>
    public sealed record Healthy(string Reason) : Verdict(Reason);

    /// <summary>Enough evidence, settled or not, and beyond the limit.</summary>
    public sealed record Breach(string Reason) : Verdict(Reason);

    /// <summary>Too little to say.</summary>
    /// <param name="MissingRequests">How many more challenger requests a decision needs; 0 when it needs settling or another look, not requests.</param>
    public sealed record Inconclusive(string Reason, long MissingRequests) : Verdict(Reason);

    /// <summary>The source answers, and has nothing on the challenger.</summary>
    public sealed record NoData(string Reason) : Verdict(Reason);

    /// <summary>The source does not answer, or not for all that was asked.</summary>
    public sealed record Blind(string Reason) : Verdict(Reason);

    /// <summary>Beyond the limit, and the champion with it: what is wrong is not the challenger. It holds and calls a person; it takes nothing back.</summary>
    public sealed record SharedCause(string Reason) : Verdict(Reason);
}
