using CanaryConsole.Core.Predictions;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Brings the two answers to each request together. Pure.</summary>
internal static class CaptureJoin
{
    public static CaptureSample Of(IEnumerable<CaptureEntry> champion, IEnumerable<CaptureEntry> challenger, int mostPairs)
    {
        var answered = new Dictionary<string, CaptureEntry>(StringComparer.Ordinal);
        foreach (var entry in champion.Where(entry => entry.Output is not null))
        {
            foreach (var id in Ids(entry))
            {
                answered.TryAdd(id, entry);
            }
        }

        var pairs = new List<CapturedPair>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        long unpaired = 0;
        foreach (var shadow in challenger.Where(entry => entry.Output is not null).OrderByDescending(entry => entry.At))
        {
            if (Ids(shadow).FirstOrDefault(answered.ContainsKey) is not { } id)
            {
                unpaired++;
            }
            else if (pairs.Count < mostPairs && seen.Add(id))
            {
                var served = answered[id];
                pairs.Add(new CapturedPair(shadow.InferenceId ?? shadow.EventId ?? id, shadow.At, served.Input ?? shadow.Input, served.Output!, shadow.Output!));
            }
        }

        return new CaptureSample(pairs, unpaired);
    }

    // The event id first: it cannot be the same by chance, while callers may use an inference id twice.
    private static IEnumerable<string> Ids(CaptureEntry entry)
    {
        if (entry.EventId is { Length: > 0 } happened)
        {
            yield return $"event/{happened}";
        }

        if (entry.InferenceId is { Length: > 0 } inference)
        {
            yield return $"inference/{inference}";
        }
    }
}
