namespace CanaryConsole.Aws.Protocol;

/// <summary>How long a text may be, in characters, or a blob, in bytes.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class LengthAttribute(int min = int.MinValue, int max = int.MaxValue) : BoundAttribute
{
    /// <summary>The lowest allowed, inclusive.</summary>
    public int Min { get; } = min;

    /// <summary>The highest allowed, inclusive.</summary>
    public int Max { get; } = max;
}
