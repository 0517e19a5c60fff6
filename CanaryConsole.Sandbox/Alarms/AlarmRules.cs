using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox.Metrics;
using CanaryConsole.Sandbox.Metrics.Expressions;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Alarms;

/// <summary>What CloudWatch demands of an alarm beyond the bounds of its members.</summary>
internal static class AlarmRules
{
    private const int MaximumActions = 5;
    private const int Hour = 3600;
    private const int Day = 86_400;
    private const int Week = 604_800;

    private static readonly string[] Treatments = ["missing", "ignore", "breaching", "notBreaching"];

    private static readonly string[] Comparisons =
        ["GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold"];

    public static Alarm Check(PutMetricAlarmRequest request, MetricStore store, DateTimeOffset now)
    {
        var name = Present(request.AlarmName, "AlarmName");
        if (name.Length is 0 or > 255 || name.Any(char.IsControl))
        {
            throw Invalid("The parameter AlarmName must have between 1 and 255 characters, none of them a control character.");
        }

        if (request.EvaluationCriteria is not null || request.EvaluationWindow is not null || request.EvaluationInterval is not null)
        {
            throw Invalid("The parameter EvaluationCriteria is not known to the sandbox: name one metric, or metric math in Metrics.");
        }

        if (request.ThresholdMetricId is not null || request.ComparisonOperator?.Value is "LessThanLowerOrGreaterThanUpperThreshold" or "LessThanLowerThreshold" or "GreaterThanUpperThreshold")
        {
            throw Invalid("Anomaly detection is not known to the sandbox: give a Threshold and one of the four plain comparison operators.");
        }

        CheckActions(request.OKActions, "OKActions");
        CheckActions(request.AlarmActions, "AlarmActions");
        CheckActions(request.InsufficientDataActions, "InsufficientDataActions");
        var periods = Present(request.EvaluationPeriods, "EvaluationPeriods");
        Present(request.Threshold, "Threshold");
        OneOf(Present(request.ComparisonOperator, "ComparisonOperator").Value, "ComparisonOperator", Comparisons);
        OneOf(request.TreatMissingData ?? "missing", "TreatMissingData", Treatments);
        OneOf(request.EvaluateLowSampleCountPercentile ?? "evaluate", "EvaluateLowSampleCountPercentile", ["evaluate", "ignore"]);
        var toAlarm = request.DatapointsToAlarm ?? periods;
        if (periods < 1 || toAlarm < 1 || toAlarm > periods)
        {
            throw Invalid("The parameter DatapointsToAlarm must be between 1 and EvaluationPeriods, and EvaluationPeriods at least 1.");
        }

        AlarmSubject subject = request.Metrics is { Count: > 0 } ? Expression(request, store, now) : Metric(request);
        CheckSpan((int)subject.Period.TotalSeconds, periods);
        if (request.EvaluateLowSampleCountPercentile is not null && subject.PercentileShare is null)
        {
            throw new AwsErrorException("InvalidParameterCombination", "The parameter EvaluateLowSampleCountPercentile can be given only with a percentile as ExtendedStatistic.");
        }

        return new Alarm(request, subject, now);
    }

    public static T Present<T>(T? value, string member)
        where T : class => value ?? throw Missing(member);

    public static T Present<T>(T? value, string member)
        where T : struct => value ?? throw Missing(member);

    public static void OneOf(string value, string member, IReadOnlyList<string> allowed)
    {
        if (!allowed.Contains(value))
        {
            throw Invalid($"The parameter {member} must be one of {string.Join(", ", allowed)}, but is \"{value}\".");
        }
    }

    private static AlarmSubject.Metric Metric(PutMetricAlarmRequest request)
    {
        if (request.Statistic is not null && request.ExtendedStatistic is not null)
        {
            throw new AwsErrorException("InvalidParameterCombination", "The parameters Statistic and ExtendedStatistic are mutually exclusive: give one of them.");
        }

        var query = QueryParser.Parse(
            Present(request.Namespace, "Namespace"),
            Present(request.MetricName, "MetricName"),
            request.Dimensions,
            Present(request.Period, "Period"),
            Present(request.ExtendedStatistic ?? request.Statistic?.Value, "Statistic"),
            request.Unit);
        return new AlarmSubject.Metric(query);
    }

    private static AlarmSubject.Expression Expression(PutMetricAlarmRequest request, MetricStore store, DateTimeOffset now)
    {
        if (request.MetricName is not null || request.Namespace is not null || request.Dimensions is { Count: > 0 } || request.Period is not null
            || request.Unit is not null || request.Statistic is not null || request.ExtendedStatistic is not null)
        {
            throw new AwsErrorException(
                "InvalidParameterCombination",
                "With the parameter Metrics, the parameters MetricName, Namespace, Dimensions, Period, Unit, Statistic and ExtendedStatistic must not be given.");
        }

        var queries = QuerySet.Parse(request.Metrics!);
        var watched = request.Metrics!.Where(query => query.ReturnData != false).ToList();
        if (watched.Count != 1)
        {
            throw new AwsErrorException("ValidationError", $"Exactly one element of the Metrics list must return data, but {watched.Count} do: set ReturnData to false on the others.");
        }

        if (queries.Metrics.Values.Select(query => query.Period).Distinct().Count() != 1)
        {
            throw new AwsErrorException("ValidationError", "All metrics in the Metrics list must have the same Period, and there must be at least one.");
        }

        var subject = new AlarmSubject.Expression(queries, watched[0].Id!);
        return subject.Evaluate(store, now - subject.Period, now).Count <= 1
            ? subject
            : throw QuerySet.Wrong(subject.Watched, "An alarm watches one time series, and it gives several");
    }

    private static void CheckSpan(int period, int periods)
    {
        if (period is not (10 or 20 or 30) && period % 60 != 0)
        {
            throw Invalid($"The parameter Period must be 10, 20, 30 or a multiple of 60 seconds for an alarm, but is {period}.");
        }

        var (longest, words) = period < Hour ? (Day, "a day") : (Week, "a week");
        if ((long)period * periods > longest)
        {
            throw new AwsErrorException("ValidationError", $"Metrics cannot be checked across more than {words} (EvaluationPeriods * Period must be <= {longest}).");
        }
    }

    private static void CheckActions(List<string>? actions, string member)
    {
        if (actions?.Count > MaximumActions)
        {
            throw Invalid($"The collection {member} must not have a size greater than {MaximumActions}, but has {actions.Count}.");
        }

        if (actions?.Find(action => !action.StartsWith("arn:", StringComparison.Ordinal)) is { } wrong)
        {
            throw new AwsErrorException("ValidationError", $"Invalid arn syntax: {wrong}");
        }
    }

    private static AwsErrorException Invalid(string message) => AwsErrorException.InvalidParameterValue(message);

    private static AwsErrorException Missing(string member) => new("MissingParameter", $"The parameter {member} is required.");
}
