namespace CanaryConsole.Sandbox.Traffic;

/// <summary>Recorded requests in the order of their arrival; the first has offset zero, and the next round starts one duration later.</summary>
internal sealed record Trace(IReadOnlyList<TracedRequest> Requests, TimeSpan Duration)
{
    public int FirstAtOrAfter(TimeSpan offset)
    {
        var (low, high) = (0, Requests.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Requests[middle].Offset < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
