namespace CanaryConsole.Core.Statistics.Kayenta;

/// <summary>Which change of a metric is a failure.</summary>
public enum KayentaDirection
{
    Either,
    Increase,
    Decrease,
}

/// <summary>How one metric is judged, in the words of Kayenta's canary config.</summary>
public sealed record KayentaMetric
{
    public required string Name { get; init; }

    /// <summary>The groups whose scores it counts in; at least 1 for it to count in the summary.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    public KayentaDirection Direction { get; init; }

    /// <summary>nanStrategy: false removes NaN, true replaces it by 0.</summary>
    public bool ReplacesNaN { get; init; }

    /// <summary>An arm without data is a failure; ignored where the metric is critical.</summary>
    public bool MustHaveData { get; init; }

    /// <summary>Whatever is not a pass makes the summary 0.</summary>
    public bool IsCritical { get; init; }

    /// <summary>The least ratio of means, canary to baseline, that can be High.</summary>
    public double AllowedIncrease { get; init; } = 1;

    /// <summary>The greatest ratio of means, canary to baseline, that can be Low.</summary>
    public double AllowedDecrease { get; init; } = 1;
}

/// <summary>The judge's word on one metric.</summary>
/// <param name="Effect">Mean of the canary by mean of the baseline; 1 where it was not needed, NaN where a mean is 0.</param>
/// <param name="IsCritical">A class other than Pass makes the summary 0.</param>
public sealed record KayentaResult(string Name, IReadOnlyList<string> Groups, KayentaClass Class, double Effect, bool IsCritical);
