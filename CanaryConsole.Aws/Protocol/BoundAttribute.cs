namespace CanaryConsole.Aws.Protocol;

/// <summary>A bound Amazon's model sets on a member of a message. Both ends hold messages against them: <c>WireBounds</c>.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public abstract class BoundAttribute : Attribute
{
    private protected BoundAttribute()
    {
    }

    /// <summary>What the bound is set on; a list's items and a map's keys and values have bounds of their own.</summary>
    public Part Of { get; init; }
}
