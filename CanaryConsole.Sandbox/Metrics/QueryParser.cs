using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>Reads what a request names into a query of the store.</summary>
internal static class QueryParser
{
    public static MetricQuery Parse(string ns, string metric, IReadOnlyList<Dimension>? dimensions, int period, string stat, StandardUnit? unit)
    {
        if (period is not (1 or 5 or 10 or 20 or 30) && (period <= 0 || period % 60 != 0))
        {
            throw AwsErrorException.InvalidParameterValue($"The parameter Period must be 10, 20, 30 or a multiple of 60 seconds, but is {period}.");
        }

        if (!Statistic.TryParse(stat, out var statistic))
        {
            throw AwsErrorException.InvalidParameterValue($"The parameter Stat \"{stat}\" is not a valid statistic.");
        }

        // One second and five exist for high-resolution metrics; nothing here is finer than ten.
        var (endpoint, variant) = VariantOf(dimensions ?? []);
        return new MetricQuery(ns, metric, endpoint, variant, TimeSpan.FromSeconds(Math.Max(10, period)), statistic, unit?.Value);
    }

    // Metrics exist per variant: any other set of dimensions names a series that has no data, and AWS does not call that an error.
    private static (string Endpoint, string Variant) VariantOf(IReadOnlyList<Dimension> dimensions) =>
        dimensions.Count == 2
        && dimensions.FirstOrDefault(one => one.Name == "EndpointName")?.Value is { } endpoint
        && dimensions.FirstOrDefault(one => one.Name == "VariantName")?.Value is { } variant
            ? (endpoint, variant)
            : ("", "");
}
