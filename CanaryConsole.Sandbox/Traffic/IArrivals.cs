namespace CanaryConsole.Sandbox.Traffic;

/// <summary>When the simulated users of one endpoint ask.</summary>
internal interface IArrivals
{
    /// <summary>The arrivals within [from, until), in order. Successive calls go forward; a gap between them is skipped.</summary>
    IEnumerable<Arrival> Between(DateTimeOffset from, DateTimeOffset until);
}
