namespace CanaryConsole.Core.Endpoints;

/// <summary>How the instance count of one variant is scaled for it.</summary>
/// <param name="Minimum">Instances, at least 0.</param>
/// <param name="Maximum">Instances, at least <paramref name="Minimum"/>.</param>
/// <param name="Policies">By name.</param>
public sealed record VariantScaling(string Variant, int Minimum, int Maximum, ScalingSuspension Suspended, IReadOnlyList<ScalingPolicy> Policies)
{
    /// <summary>The same with everything that scales at rest.</summary>
    public VariantScaling AtRest() => this with { Suspended = ScalingSuspension.Whole };

    /// <summary>Structural: the policies' texts count, not their list.</summary>
    public bool IsSameAs(VariantScaling? other) => other is not null
        && (Variant, Minimum, Maximum, Suspended) == (other.Variant, other.Minimum, other.Maximum, other.Suspended)
        && Policies.OrderBy(policy => policy.Name, StringComparer.Ordinal).SequenceEqual(other.Policies.OrderBy(policy => policy.Name, StringComparer.Ordinal));
}

/// <summary>Which kinds of scaling are suspended.</summary>
public sealed record ScalingSuspension(bool ScaleIn, bool ScaleOut, bool Scheduled)
{
    public static ScalingSuspension None { get; } = new(false, false, false);

    public static ScalingSuspension Whole { get; } = new(true, true, true);
}

/// <summary>One scaling policy, kept whole.</summary>
/// <param name="Type">As the cloud names it, as in "TargetTrackingScaling".</param>
/// <param name="Definition">The cloud's own JSON; only its adapter reads it.</param>
public sealed record ScalingPolicy(string Name, string Type, string Definition);
