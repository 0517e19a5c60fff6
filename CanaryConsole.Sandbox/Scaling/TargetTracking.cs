namespace CanaryConsole.Sandbox.Scaling;

/// <summary>How many instances bring a metric per instance back to its target.</summary>
internal static class TargetTracking
{
    /// <summary>As many as keep the metric at or under the target, within the bounds.</summary>
    public static int Count(int current, double value, double target, int minimum, int maximum) =>
        (int)Math.Clamp(Math.Ceiling(Math.Max(1, current) * value / target), minimum, maximum);
}
