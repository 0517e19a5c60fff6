namespace CanaryConsole.Aws.Adapters;

/// <summary>Why a series is not whole, in words.</summary>
internal static class SeriesProblem
{
    /// <returns>Null where the series is whole.</returns>
    /// <param name="what">The metric, and perhaps how many others have the same trouble.</param>
    public static string? Of(string what, MetricSeries series) => (series.IsPartial || series.HasFailed, series.Status) switch
    {
        (false, _) => null,
        (_, "Forbidden") => $"CloudWatch forbids reading {what}: the credentials lack cloudwatch:GetMetricData for it.",
        (_, "InternalError") => $"CloudWatch had an internal error reading {what}.",
        (_, "PartialData") => $"CloudWatch delivered only a part of {what}.",
        (_, null) => $"CloudWatch did not answer for {what}.",
        var (_, status) => $"CloudWatch answered {status} for {what}.",
    };
}
