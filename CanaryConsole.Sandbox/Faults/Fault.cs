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

    /// <summary>A share of the variant's requests are answered with a 4XX: it refuses what the others accept.</summary>
    public sealed record ClientErrors(string Endpoint, string Variant, double Share) : Fault;

    /// <summary>A resource of the variant's instances is used at least this much.</summary>
    /// <param name="Percent">100 is one core, or all the memory.</param>
    public sealed record VariantUtilization(string Endpoint, string Variant, InstanceResource Resource, double Percent) : Fault;

    /// <summary>A share of the requests to every variant fail: something that all of them lean on is down.</summary>
    public sealed record EndpointErrors(string Endpoint, double Share) : Fault;

    /// <summary>Every variant takes longer: something that all of them lean on is slow.</summary>
    public sealed record EndpointLatency(string Endpoint, double Factor) : Fault;

    /// <summary>A share of the simulated users' requests name the variant as their TargetVariant; weights do not reach them.</summary>
    public sealed record PinnedClients(string Endpoint, string Variant, double Share) : Fault;

    /// <summary>The images of the variant's model are gone from the container registry.</summary>
    public sealed record MissingImage(string Endpoint, string Variant) : Fault;

    /// <summary>The role of the variant's model is gone.</summary>
    public sealed record MissingRole(string Endpoint, string Variant) : Fault;

    /// <summary>An operation is refused as not allowed, and so says the policy simulator.</summary>
    public sealed record DeniedOperation(string Operation) : Fault;

    public sealed record ExpiredCredentials : Fault;
}

internal enum InstanceResource
{
    Cpu,

    Memory,
}

internal enum RefusalReason
{
    /// <summary>As if another update were in progress.</summary>
    InProgress,

    /// <summary>As if the account's instances were used up.</summary>
    ResourceLimit,
}
