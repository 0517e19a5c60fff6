using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>PutMetricData: everything is judged before the first value is kept.</summary>
internal static class PutMetricDataOperation
{
    private const int MaximumMetrics = 1000;

    public static void Put(PutMetricDataRequest request, World world, DateTimeOffset now)
    {
        var ns = request.Namespace is { Length: > 0 } given ? given : throw Missing("Namespace");
        if (ns.StartsWith("AWS/", StringComparison.Ordinal) || ns[0] == ':')
        {
            throw AwsErrorException.InvalidParameterValue($"The value {ns} for parameter Namespace is invalid.");
        }

        List<MetricDatum> data = [.. request.MetricData ?? [], .. (request.EntityMetricData ?? []).SelectMany(entity => entity.MetricData ?? [])];
        if (data.Count == 0)
        {
            throw Missing("MetricData");
        }

        if (data.Count > MaximumMetrics)
        {
            throw AwsErrorException.InvalidParameterValue($"The collection MetricData must not have a size greater than {MaximumMetrics}.");
        }

        var checkedData = data.Select((datum, i) => PublishedDatum.Of(datum, $"MetricData.member.{i + 1}", now)).ToList();
        foreach (var datum in checkedData)
        {
            world.Metrics.Publish(ns, datum);
        }
    }

    private static AwsErrorException Missing(string member) => new("MissingParameter", $"The parameter {member} is required.");
}
