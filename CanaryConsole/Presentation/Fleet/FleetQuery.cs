namespace CanaryConsole.Presentation.Fleet;

/// <summary>A search such as "ranker phase:baking,soaking !model:v7". Every term must hold; commas offer a choice; "!" turns a term round.</summary>
internal sealed class FleetQuery
{
    private static readonly string[] KnownKeys = ["phase", "status", "model", "name", "env"];

    private readonly List<Term> _terms = [];

    private FleetQuery()
    {
    }

    /// <summary>Words before a colon that mean nothing here, for a hint; their terms match nothing.</summary>
    public IReadOnlyList<string> UnknownKeys { get; private init; } = [];

    public static FleetQuery Parse(string? text)
    {
        var words = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(20);
        var terms = words.Select(Term.Parse).Where(term => term.Choices.Count > 0).ToList();
        var query = new FleetQuery
        {
            UnknownKeys = [.. terms.Select(term => term.Key).OfType<string>().Where(key => !KnownKeys.Contains(key)).Distinct()],
        };
        query._terms.AddRange(terms);
        return query;
    }

    public bool Matches(FleetRow row) => _terms.TrueForAll(term => term.Matches(row));

    private sealed record Term(string? Key, bool Negated, IReadOnlyList<string> Choices)
    {
        public static Term Parse(string word)
        {
            var negated = word.StartsWith('!');
            var rest = negated ? word[1..] : word;
            var colon = rest.IndexOf(':', StringComparison.Ordinal);
            var key = colon > 0 ? rest[..colon].ToLowerInvariant() : null;
            var value = rest[(colon > 0 ? colon + 1 : 0)..];
            return new Term(key, negated, value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }

        public bool Matches(FleetRow row) => Choices.Any(choice => Holds(row, choice)) != Negated;

        private bool Holds(FleetRow row, string choice) => Key switch
        {
            null => Has(row.Name, choice) || row.Models.Any(model => Has(model, choice)) || row.Shares.Any(share => Has(share.Variant, choice)),
            "name" => Has(row.Name, choice),
            "model" => row.Models.Any(model => Has(model, choice)),
            "phase" => row.Rollout is { } rollout ? Has(rollout.Phase.ToString(), choice) : Has("none", choice),
            "env" => Has(row.Environment ?? "none", choice),
            "status" => Has(row.Status?.Text ?? "InService", choice),
            _ => Negated,
        };

        private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
    }
}
