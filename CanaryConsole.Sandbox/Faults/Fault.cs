namespace CanaryConsole.Sandbox.Faults;

/// <summary>What can be made to go wrong on demand. Each happened to someone in the field.</summary>
internal abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>A share of the calls of an operation, or of every operation where none is named, are refused as too many.</summary>
    public sealed record Throttle(string? Operation, double Rate) : Fault;

    public sealed record RefuseUpdates(string Endpoint, RefusalReason Reason) : Fault;

    /// <summary>An update does not come to its end before the fault does.</summary>
    public sealed record HoldUpdating(string Endpoint) : Fault;

    /// <summary>An update ends in InService on the old config and the old weights, without a reason.</summary>
    public sealed record RevertUpdates(string Endpoint) : Fault;

    /// <summary>The endpoint is in maintenance: it serves and cannot be changed.</summary>
    public sealed record SystemUpdating(string Endpoint) : Fault;

    /// <summary>Metrics can be read this much later than otherwise.</summary>
    public sealed record LateMetrics(string? Endpoint, TimeSpan By) : Fault;

    /// <summary>The newest minute that can be read holds only a share of its requests.</summary>
    public sealed record PartialMetrics(string? Endpoint, double Share) : Fault;

    /// <summary>What happens meanwhile is never published; the gap stays.</summary>
    public sealed record MissingMetrics(string? Endpoint) : Fault;

    /// <summary>A share of the variant's requests fail beside those that fail anyway.</summary>
    public sealed record VariantErrors(string Endpoint, string Variant, double Share) : Fault;

    public sealed record VariantLatency(string Endpoint, string Variant, double Factor) : Fault;

    /// <summary>The images of the variant's model are gone from the container registry.</summary>
    public sealed record MissingImage(string Endpoint, string Variant) : Fault;

    /// <summary>The role of the variant's model is gone.</summary>
    public sealed record MissingRole(string Endpoint, string Variant) : Fault;

    public sealed record ExpiredCredentials : Fault;
}

internal enum RefusalReason
{
    /// <summary>As if another update were in progress.</summary>
    InProgress,

    /// <summary>As if the account's instances were used up.</summary>
    ResourceLimit,
}
