namespace CanaryConsole.Core.Rollouts;

/// <summary>A shadow stage as asked for; everything not given has a default. Raw values: the service checks them.</summary>
public sealed record ShadowRequest
{
    /// <summary>1 to 100; default 100.</summary>
    public int? SamplingPercentage { get; init; }

    /// <summary>0 to 10,080; default 30.</summary>
    public double? DurationMinutes { get; init; }

    /// <summary>1 to 1,000,000; default: as for the guardrails.</summary>
    public int? MinimumRequests { get; init; }

    /// <summary>Fraction above 0, at most 1; needs data capture on the endpoint. Default: none is asked for.</summary>
    public double? MinimumAgreement { get; init; }

    /// <summary>0 to 1,000,000; default 0.000001.</summary>
    public double? Tolerance { get; init; }

    /// <summary>A person must approve before the steps begin.</summary>
    public bool Gate { get; init; }

    /// <summary>Lower the first step's minimum of requests by those the shadow answered.</summary>
    public bool CarryEvidence { get; init; }
}
