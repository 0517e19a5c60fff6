namespace CanaryConsole.Sandbox.Traffic;

/// <summary>The arrivals of a recorded trace, its first request at the given time, over and over before and after.</summary>
internal sealed class RecordedArrivals(Trace trace, DateTimeOffset start) : IArrivals
{
    public IEnumerable<Arrival> Between(DateTimeOffset from, DateTimeOffset until)
    {
        var round = (long)Math.Floor((from - start) / trace.Duration);
        var index = trace.FirstAtOrAfter(from - RoundStart(round));
        while (true)
        {
            if (index == trace.Requests.Count)
            {
                (round, index) = (round + 1, 0);
            }

            var request = trace.Requests[index++];
            var at = RoundStart(round) + request.Offset;
            if (at >= until)
            {
                yield break;
            }

            yield return new Arrival(at, request.GeneratedTokens);
        }
    }

    private DateTimeOffset RoundStart(long round) => start + (round * trace.Duration);
}
