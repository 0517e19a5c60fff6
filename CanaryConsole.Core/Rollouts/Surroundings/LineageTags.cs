namespace CanaryConsole.Core.Rollouts;

/// <summary>The tags the console writes: which rollout, which model, and where that came from.</summary>
internal static class LineageTags
{
    public const string Rollout = "canaryconsole:rollout";

    public const string Prefix = "canaryconsole:";
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

    /// <summary>On what the rollout makes: the lineage, and the tags that were asked for; at most 43.</summary>
    public static IReadOnlyDictionary<string, string> Made(RolloutState state) => With(Of(state), state.Plan);

    /// <summary>On alarms, and on what SageMaker makes of one configuration by another: the mark, and the tags that were asked for.</summary>
    public static IReadOnlyDictionary<string, string> MarkAndTags(string owner, RolloutPlan plan) =>
        With(new Dictionary<string, string>(StringComparer.Ordinal) { [Rollout] = owner }, plan);

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> tags, RolloutPlan plan)
    {
        var all = tags.ToDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in plan.Surroundings?.Tags ?? new Dictionary<string, string>())
        {
            all[key] = value;
        }

        return all;
    }

    public static bool IsOurs(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);
}
