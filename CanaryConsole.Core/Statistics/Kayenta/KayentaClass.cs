namespace CanaryConsole.Core.Statistics.Kayenta;

/// <summary>What Kayenta's judge says of one metric.</summary>
public enum KayentaClass
{
    /// <summary>No significant difference, or one of an allowed size.</summary>
    Pass,

    /// <summary>The canary is significantly above the baseline.</summary>
    High,

    /// <summary>The canary is significantly below the baseline.</summary>
    Low,

    /// <summary>An arm has no data: left out of the group's score.</summary>
    Nodata,

    /// <summary>An arm has no data although the metric must have some: counts as a failure.</summary>
    NodataFail,
}
