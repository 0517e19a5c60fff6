using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Queries of several guardrails that fit one GetMetricData call, and the span that covers them all.</summary>
internal sealed record SignalBatch(IReadOnlyList<SignalQuery> Signals, DateTimeOffset Start, DateTimeOffset End)
{
    private const int MaxQueries = 500;
    private const int MaxDatapoints = 100_800;

    public static SignalBatch Of(SignalQuery signal, SignalRequest request) =>
        new([signal], PeriodAlignment.Floor(request.From, signal.Period), PeriodAlignment.Ceiling(request.To, signal.Period));

    public static IReadOnlyList<SignalBatch> Pack(IEnumerable<SignalQuery> signals, IReadOnlyList<SignalRequest> requests)
    {
        var batches = new List<SignalBatch>();
        foreach (var signal in signals.OrderBy(signal => requests[signal.Index].From))
        {
            var alone = Of(signal, requests[signal.Index]);
            if (batches.Count > 0 && batches[^1].With(alone) is { } both)
            {
                batches[^1] = both;
            }
            else
            {
                batches.Add(alone);
            }
        }

        return batches;
    }

    private SignalBatch? With(SignalBatch other)
    {
        var both = new SignalBatch([.. Signals, .. other.Signals], Start < other.Start ? Start : other.Start, End > other.End ? End : other.End);
        var points = both.Signals.Sum(signal => signal.Queries.Count * ((both.End - both.Start) / signal.Period));
        return both.Signals.Sum(signal => signal.Queries.Count) <= MaxQueries && points <= MaxDatapoints ? both : null;
    }
}
