using System.Globalization;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Reviews;

/// <summary>Scaling before and after, as changes. Pure.</summary>
internal static class ScalingWords
{
    public static IEnumerable<PlannedChange> Changes(string endpoint, IReadOnlyList<VariantScaling> from, IReadOnlyList<VariantScaling> to, string when)
    {
        foreach (var variant in from.Concat(to).Select(one => one.Variant).Distinct(StringComparer.Ordinal))
        {
            var (old, wanted) = (from.FirstOrDefault(one => one.Variant == variant), to.FirstOrDefault(one => one.Variant == variant));
            if (old is not null && old.IsSameAs(wanted))
            {
                continue;
            }

            var kind = (old, wanted) switch
            {
                (null, _) => ChangeKind.Create,
                (_, null) => ChangeKind.Remove,
                _ => ChangeKind.Change,
            };
            yield return new PlannedChange(kind, "Scalable target", Name(endpoint, variant), Lines(old), Lines(wanted), when);
        }
    }

    /// <summary>As Application Auto Scaling names it.</summary>
    public static string Name(string endpoint, string variant) => $"endpoint/{endpoint}/variant/{variant}";

    private static string? Lines(VariantScaling? scaling) => scaling is null ? null : string.Join('\n', [
        string.Create(CultureInfo.InvariantCulture, $"{scaling.Minimum} to {scaling.Maximum} instances"),
        scaling.Suspended == ScalingSuspension.None ? "Scales" : scaling.Suspended == ScalingSuspension.Whole ? "Suspended" : "Suspended in part",
        .. scaling.Policies.Select(policy => $"Policy {policy.Name}: {policy.Type}"),
    ]);
}
