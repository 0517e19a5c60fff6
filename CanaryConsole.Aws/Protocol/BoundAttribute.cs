namespace CanaryConsole.Aws.Protocol;

/// <summary>A bound Amazon's model sets on a member of a message; <see cref="WireBounds"/> holds messages against them.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public abstract class BoundAttribute : Attribute
{
    private protected BoundAttribute()
    {
    }

    /// <summary>What the bound is set on; a list's items and a map's keys and values have bounds of their own.</summary>
    public Part Of { get; init; }

    /// <summary>What the bound asks for, in Amazon's words: one sentence for each end of a range.</summary>
    internal abstract IEnumerable<string> Constraints { get; }

    internal abstract bool Holds(object value);

    /// <summary>Those of <see cref="Constraints"/> that the value does not satisfy.</summary>
    internal abstract IEnumerable<string> Violations(object value);
}
