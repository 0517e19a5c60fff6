namespace CanaryConsole.Sandbox.Faults;

/// <summary>A fault that was asked for: since when, and until when if its end was set with it.</summary>
internal sealed record ActiveFault(string Id, FaultOrder Order, DateTimeOffset Since, DateTimeOffset? Until)
{
    public Fault Fault => Order.Fault;

    /// <summary>How many calls it refused so far.</summary>
    public long Refused { get; set; }

    public bool IsActive(DateTimeOffset now) => Since <= now && !(Until <= now);
}
