using System.Globalization;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Metrics;

/// <summary>One datum of a PutMetricData that CloudWatch would take.</summary>
internal sealed record PublishedDatum(string Name, DimensionSet Dimensions, DateTimeOffset At, string Unit, bool IsHighResolution, Action<Distribution> Add)
{
    private const int MaximumValues = 150;
    private const int MaximumDimensions = 30;
    private static readonly TimeSpan LongestPast = TimeSpan.FromDays(14);
    private static readonly TimeSpan LongestFuture = TimeSpan.FromHours(2);

    // 2 to the power of 360.
    private static readonly double Largest = Math.Pow(2, 360);

    /// <param name="path">Where the datum stands in the request, as an error names it.</param>
    public static PublishedDatum Of(MetricDatum datum, string path, DateTimeOffset now)
    {
        var name = datum.MetricName is { Length: > 0 } given ? given : throw Missing($"{path}.MetricName");
        var at = datum.Timestamp is { } timestamp ? new DateTimeOffset(DateTime.SpecifyKind(timestamp, DateTimeKind.Utc)) : now;
        if (at < now - LongestPast || at > now + LongestFuture)
        {
            throw Invalid(string.Create(
                CultureInfo.InvariantCulture,
                $"The parameter {path}.Timestamp must specify a time no more than two weeks in the past and no more than two hours in the future, but is {at:yyyy-MM-ddTHH:mm:ssZ}."));
        }

        if (datum.StorageResolution is not (null or 1 or 60))
        {
            throw Invalid($"The parameter {path}.StorageResolution must be 1 or 60, but is {datum.StorageResolution}.");
        }

        if (datum.Dimensions is { Count: > MaximumDimensions } many)
        {
            throw Invalid($"The collection {path}.Dimensions must not have a size greater than {MaximumDimensions}, but has {many.Count}.");
        }

        if (datum.Dimensions?.Find(one => string.IsNullOrEmpty(one.Name) || string.IsNullOrEmpty(one.Value)) is not null)
        {
            throw Invalid($"Each dimension in {path}.Dimensions must have a Name and a Value.");
        }

        return new PublishedDatum(
            name, DimensionSet.Of(datum.Dimensions), at, datum.Unit?.Value ?? "None", datum.StorageResolution == 1, Values(datum, path));
    }

    private static Action<Distribution> Values(MetricDatum datum, string path)
    {
        var forms = (datum.Value is null ? 0 : 1) + (datum.Values is { Count: > 0 } ? 1 : 0) + (datum.StatisticValues is null ? 0 : 1);
        if (forms == 0)
        {
            throw Missing($"{path}.Value");
        }

        if (forms > 1)
        {
            throw new AwsErrorException("InvalidParameterCombination", $"The parameters {path}.Value, {path}.Values and {path}.StatisticValues are mutually exclusive and you have specified more than one.");
        }

        if (datum.Value is { } value)
        {
            Check(value, $"{path}.Value");
            return values => values.Add(value);
        }

        return datum.StatisticValues is { } set ? SetOf(set, $"{path}.StatisticValues") : Many(datum.Values!, datum.Counts, path);
    }

    private static Action<Distribution> Many(List<double> values, List<double>? counts, string path)
    {
        if (values.Count > MaximumValues)
        {
            throw Invalid($"The collection {path}.Values must not have a size greater than {MaximumValues}, but has {values.Count}.");
        }

        if (counts is { Count: > 0 } && counts.Count != values.Count)
        {
            throw Invalid($"The parameters {path}.Values and {path}.Counts must be of the same size, but have {values.Count} and {counts.Count}.");
        }

        values.ForEach(value => Check(value, $"{path}.Values"));
        counts?.ForEach(count => CheckCount(count, $"{path}.Counts"));
        return to =>
        {
            for (var i = 0; i < values.Count; i++)
            {
                to.Add(values[i], counts is { Count: > 0 } ? Whole(counts[i]) : 1);
            }
        };
    }

    private static Action<Distribution> SetOf(StatisticSet set, string path)
    {
        var count = set.SampleCount ?? throw Missing($"{path}.SampleCount");
        var sum = set.Sum ?? throw Missing($"{path}.Sum");
        var minimum = set.Minimum ?? throw Missing($"{path}.Minimum");
        var maximum = set.Maximum ?? throw Missing($"{path}.Maximum");
        CheckCount(count, $"{path}.SampleCount");
        Check(sum, $"{path}.Sum");
        Check(minimum, $"{path}.Minimum");
        Check(maximum, $"{path}.Maximum");
        return count > 0 && minimum <= maximum
            ? values => values.AddSet(Whole(count), sum, minimum, maximum)
            : throw Invalid($"The parameter {path} must have a SampleCount above 0 and a Minimum that is not above its Maximum.");
    }

    // Samples are counted in whole numbers here; half a sample is one.
    private static long Whole(double count) => (long)Math.Ceiling(count);

    private static void CheckCount(double count, string path)
    {
        if (!(count is >= 0 and <= 1e12))
        {
            throw Invalid(string.Create(CultureInfo.InvariantCulture, $"The value {count} for parameter {path} is invalid."));
        }
    }

    private static void Check(double value, string path)
    {
        if (!(Math.Abs(value) <= Largest))
        {
            throw Invalid(string.Create(CultureInfo.InvariantCulture, $"The value {value} for parameter {path} is invalid: it must be a number from -2^360 to 2^360."));
        }
    }

    private static AwsErrorException Invalid(string message) => AwsErrorException.InvalidParameterValue(message);

    private static AwsErrorException Missing(string member) => new("MissingParameter", $"The parameter {member} is required.");
}
