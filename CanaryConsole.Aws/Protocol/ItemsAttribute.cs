namespace CanaryConsole.Aws.Protocol;

/// <summary>How many items a list or entries a map may have.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class ItemsAttribute(int min = int.MinValue, int max = int.MaxValue) : BoundAttribute
{
    /// <summary>The lowest allowed, inclusive.</summary>
    public int Min { get; } = min;

    /// <summary>The highest allowed, inclusive.</summary>
    public int Max { get; } = max;
}
