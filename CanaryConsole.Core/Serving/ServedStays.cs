namespace CanaryConsole.Core.Serving;

/// <summary>From changes of the traffic to stays. Pure.</summary>
internal static class ServedStays
{
    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<ServedStay> Of(ServingSpan span)
    {
        var open = new Dictionary<string, ServedStay>(StringComparer.Ordinal);
        var over = new List<ServedStay>();
        foreach (var split in new[] { span.AtStart.Known }.OfType<ServingChange>().Concat(span.Changes.Where(change => change.Proof is ServingProof.ReadBack)))
        {
            var shares = split.Variants.Where(served => served.Model is not null).GroupBy(served => served.Model!, StringComparer.Ordinal)
                .ToDictionary(model => model.Key, model => model.Max(served => served.Share), StringComparer.Ordinal);
            foreach (var gone in open.Keys.Where(model => !shares.ContainsKey(model)).ToList())
            {
                over.Add(open[gone] with { Until = split.At });
                open.Remove(gone);
            }

            foreach (var (model, share) in shares)
            {
                open[model] = open.TryGetValue(model, out var stay)
                    ? stay with { Greatest = share > stay.Greatest ? share : stay.Greatest }
                    : new ServedStay(model, span.Endpoint, split.At, null, share);
            }
        }

        return [.. over, .. open.Values];
    }
}
