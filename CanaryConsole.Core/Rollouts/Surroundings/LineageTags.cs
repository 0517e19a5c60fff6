namespace CanaryConsole.Core.Rollouts;

/// <summary>The tags the console writes: which rollout, which model, and where that came from.</summary>
internal static class LineageTags
{
    public const string Rollout = "canaryconsole:rollout";

    private const string Prefix = "canaryconsole:";
    private const int MostLineage = 20;

    /// <summary>The mark of a rollout under way.</summary>
    public static IReadOnlyDictionary<string, string> Mark(RolloutId id) => new Dictionary<string, string>(StringComparer.Ordinal) { [Rollout] = id.Value };

    /// <summary>At most 23; of the lineage the first twenty by name.</summary>
    public static IReadOnlyDictionary<string, string> Of(RolloutState state)
    {
        var challenger = state.Plan.Challenger;
        var tags = new Dictionary<string, string>(StringComparer.Ordinal) { [Rollout] = state.Id.Value, [$"{Prefix}model"] = challenger.ModelName };
        if (challenger is { PackageGroup: { } group, PackageVersion: { } version })
        {
            tags[$"{Prefix}package"] = FormattableString.Invariant($"{group}/{version}");
        }

        foreach (var (key, value) in challenger.Lineage.OrderBy(entry => entry.Key, StringComparer.Ordinal).Take(MostLineage))
        {
            tags[$"{Prefix}lineage:{key}"] = value;
        }

        return tags;
    }

    public static bool IsOurs(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);
}
