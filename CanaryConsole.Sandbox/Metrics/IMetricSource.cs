namespace CanaryConsole.Sandbox.Metrics;

/// <summary>Where the values of one metric are kept.</summary>
internal interface IMetricSource
{
    string Unit { get; }

    DateTimeOffset LastWrite { get; }

    /// <summary>Adds the values within the period that starts at the given time; their ranks only where they are asked for.</summary>
    void Collect(DateTimeOffset start, TimeSpan period, bool isRanked, Distribution values);

    /// <summary>A percentile over one period where it can be told without collecting the values; null where it cannot.</summary>
    (double Value, long Samples)? PercentileAt(DateTimeOffset start, TimeSpan period, double share);
}
