namespace CanaryConsole.Aws.Protocol;

/// <summary>The values a number may take.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class BetweenAttribute(double min = double.MinValue, double max = double.MaxValue) : BoundAttribute
{
    /// <summary>The lowest allowed, inclusive.</summary>
    public double Min { get; } = min;

    /// <summary>The highest allowed, inclusive.</summary>
    public double Max { get; } = max;
}
