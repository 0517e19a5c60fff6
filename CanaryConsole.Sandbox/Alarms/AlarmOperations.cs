using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Sandbox.Metrics;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Alarms;

internal static class AlarmOperations
{
    private const string Prefix = "GraniteServiceVersion20100801.";
    private static readonly string[] Treatments = ["missing", "ignore", "breaching", "notBreaching"];

    private static readonly string[] Comparisons =
        ["GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold"];

    private static readonly StateValue[] States = [StateValue.OK, StateValue.ALARM, StateValue.INSUFFICIENT_DATA];

    public static void Register(OperationTable operations)
    {
        operations.Add<PutMetricAlarmRequest>($"{Prefix}PutMetricAlarm", Put);
        operations.Add<DescribeAlarmsRequest, DescribeAlarmsResponse>($"{Prefix}DescribeAlarms", Describe);
        operations.Add<SetAlarmStateRequest>($"{Prefix}SetAlarmState", SetState);
        operations.Add<DeleteAlarmsRequest>($"{Prefix}DeleteAlarms", (request, world, _) => world.Alarms.Delete(Present(request.AlarmNames, "AlarmNames")));
    }

    internal static void Put(PutMetricAlarmRequest request, World world, DateTimeOffset now)
    {
        if (Present(request.AlarmName, "AlarmName").Length is 0 or > 255)
        {
            throw AwsErrorException.InvalidParameterValue("The parameter AlarmName must have between 1 and 255 characters.");
        }

        if (request.Metrics is not null)
        {
            throw AwsErrorException.InvalidParameterValue("The parameter Metrics is not supported by this sandbox: name one metric by Namespace, MetricName and Dimensions.");
        }

        var periods = Present(request.EvaluationPeriods, "EvaluationPeriods");
        var toAlarm = request.DatapointsToAlarm ?? periods;
        var period = Present(request.Period, "Period");
        Present(request.Threshold, "Threshold");
        OneOf(Present(request.ComparisonOperator, "ComparisonOperator").Value, "ComparisonOperator", Comparisons);
        OneOf(request.TreatMissingData ?? "missing", "TreatMissingData", Treatments);
        if (periods < 1 || toAlarm < 1 || toAlarm > periods)
        {
            throw AwsErrorException.InvalidParameterValue("The parameter DatapointsToAlarm must be between 1 and EvaluationPeriods, and EvaluationPeriods at least 1.");
        }

        if ((long)period * periods > 86_400)
        {
            throw AwsErrorException.InvalidParameterValue("Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400).");
        }

        var query = QueryParser.Parse(
            Present(request.Namespace, "Namespace"),
            Present(request.MetricName, "MetricName"),
            request.Dimensions,
            period,
            Present(request.ExtendedStatistic ?? request.Statistic?.Value, "Statistic"),
            request.Unit);
        world.Alarms.Put(new Alarm(request, query, now));
    }

    private static DescribeAlarmsResponse Describe(DescribeAlarmsRequest request, World world, DateTimeOffset now)
    {
        var alarms = world.Alarms.All
            .Where(alarm => request.AlarmNames is not { Count: > 0 } names || names.Contains(alarm.Name))
            .Where(alarm => request.AlarmNamePrefix is null || alarm.Name.StartsWith(request.AlarmNamePrefix, StringComparison.Ordinal))
            .Where(alarm => request.StateValue is null || alarm.State == request.StateValue)
            .Where(alarm => request.ActionPrefix is null || alarm.Actions.Any(action => action.StartsWith(request.ActionPrefix, StringComparison.Ordinal)))
            .ToList();
        var page = Page.Of(alarms, request.MaxRecords, request.NextToken, defaultSize: 50);
        return new DescribeAlarmsResponse { MetricAlarms = [.. page.Items.Select(AlarmDescription.Of)], CompositeAlarms = [], NextToken = page.NextToken };
    }

    private static void SetState(SetAlarmStateRequest request, World world, DateTimeOffset now)
    {
        var state = Present(request.StateValue, "StateValue");
        OneOf(state.Value, "StateValue", [.. States.Select(known => known.Value)]);
        world.Alarms.SetState(Present(request.AlarmName, "AlarmName"), state, Present(request.StateReason, "StateReason"), now);
    }

    private static T Present<T>(T? value, string member)
        where T : class => value ?? throw Missing(member);

    private static T Present<T>(T? value, string member)
        where T : struct => value ?? throw Missing(member);

    private static void OneOf(string value, string member, IReadOnlyList<string> allowed)
    {
        if (!allowed.Contains(value))
        {
            throw AwsErrorException.InvalidParameterValue($"The parameter {member} must be one of {string.Join(", ", allowed)}, but is \"{value}\".");
        }
    }

    private static AwsErrorException Missing(string member) => new("MissingParameter", $"The parameter {member} is required.");
}
