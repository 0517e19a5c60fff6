using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>Reads what a request names into a query of the store.</summary>
internal static class QueryParser
{
    public static MetricQuery Parse(MetricStat stat, int? period) => Parse(
        stat.Metric?.Namespace ?? throw Missing("Namespace"),
        stat.Metric.MetricName ?? throw Missing("MetricName"),
        stat.Metric.Dimensions,
        stat.Period ?? period ?? throw Missing("Period"),
        stat.Stat ?? throw Missing("Stat"),
        stat.Unit);

    public static MetricQuery Parse(string ns, string metric, IReadOnlyList<Dimension>? dimensions, int period, string stat, StandardUnit? unit)
    {
        if (period is not (1 or 5 or 10 or 20 or 30) && (period <= 0 || period % 60 != 0))
        {
            throw AwsErrorException.InvalidParameterValue($"The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60 seconds, but is {period}.");
        }

        if (!Statistic.TryParse(stat, out var statistic))
        {
            throw AwsErrorException.InvalidParameterValue($"The parameter Stat \"{stat}\" is not a valid statistic.");
        }

        return new MetricQuery(new MetricId(ns, metric, DimensionSet.Of(dimensions)), TimeSpan.FromSeconds(period), statistic, unit?.Value);
    }

    private static AwsErrorException Missing(string member) => new("MissingParameter", $"The parameter {member} is required.");
}
