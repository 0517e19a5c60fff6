using System.Globalization;

namespace CanaryConsole.Core.Deployments;

/// <summary>Finds the alarm that cannot fire, fires too late, or takes silence for health. Pure.</summary>
public static class AlarmLint
{
    private static readonly string[] PerRequest = ["Invocation4XXErrors", "Invocation5XXErrors", "InvocationModelErrors"];

    /// <summary>A container must have answered by then.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(60);

    /// <param name="field">The input a finding is about.</param>
    public static IReadOnlyList<LintFinding> Check(AlarmFacts alarm, LintContext context, string field)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        ArgumentNullException.ThrowIfNull(context);
        return alarm.Seen.State is AlarmState.Missing
            ? [new LintFinding(true, field, $"alarm \"{alarm.Name}\" does not exist in this account and region.")]
            : [.. new[] { InAlarm(alarm), Unreachable(alarm), TooSlow(alarm, context), TooFine(alarm, context), Silent(alarm), TooFewSamples(alarm, context), WrongUnit(alarm) }
                .OfType<(bool IsError, string Reason)>()
                .Select(found => new LintFinding(found.IsError, field, found.Reason))];
    }

    /// <summary>How many samples a percentile needs before CloudWatch itself calls it enough; null for every other statistic.</summary>
    public static long? SamplesNeeded(string? statistic) =>
        statistic is ['p', .. var number] && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and < 100
            ? (long)Math.Ceiling(Math.Round(10 / Math.Min(percent / 100, 1 - (percent / 100)), 6))
            : null;

    private static (bool, string)? InAlarm(AlarmFacts alarm) => alarm.Seen.State is AlarmState.Alarm
        ? (true, $"alarm \"{alarm.Name}\" is in ALARM already: SageMaker would roll back at once.")
        : null;

    private static (bool, string)? Unreachable(AlarmFacts alarm)
    {
        var most = alarm switch
        {
            { MetricName: { } metric, Statistic: "Average" or "Maximum" or "Minimum" or ['p', ..] } when PerRequest.Contains(metric) => 1,
            { MetricName: "ModelLatency", Statistic: not ("Sum" or "SampleCount") } => LongestAnswer.TotalMicroseconds,
            _ => double.PositiveInfinity,
        };
        return (alarm.Comparison, alarm.Threshold) switch
        {
            (AlarmComparison.GreaterThan, { } threshold) when threshold >= most => Never(threshold),
            (AlarmComparison.GreaterThanOrEqual, { } threshold) when threshold > most => Never(threshold),
            _ => null,
        };

        (bool, string)? Never(double threshold) => (true, string.Create(
            CultureInfo.InvariantCulture, $"alarm \"{alarm.Name}\" can never fire: {alarm.Statistic} of {alarm.MetricName} is at most {most:0.###}, its threshold is {threshold:0.###}."));
    }

    private static (bool, string)? TooSlow(AlarmFacts alarm, LintContext context) => alarm.Period * alarm.EvaluationPeriods > context.Bake
        ? (true, string.Create(
            CultureInfo.InvariantCulture,
            $"alarm \"{alarm.Name}\" looks back over {alarm.EvaluationPeriods} x {alarm.Period.TotalSeconds:0} s = {(alarm.Period * alarm.EvaluationPeriods).TotalSeconds:0} s, longer than the bake of {context.Bake.TotalSeconds:0} s it is to end."))
        : null;

    private static (bool, string)? TooFine(AlarmFacts alarm, LintContext context) => alarm.Period < TimeSpan.FromMinutes(1) && alarm.Period < context.MetricPeriod
        ? (true, string.Create(
            CultureInfo.InvariantCulture,
            $"alarm \"{alarm.Name}\" has a period of {alarm.Period.TotalSeconds:0} s, but the endpoint publishes every {context.MetricPeriod.TotalSeconds:0} s: it would lapse into INSUFFICIENT_DATA."))
        : null;

    private static (bool, string)? Silent(AlarmFacts alarm) => alarm.MissingData is MissingData.NotBreaching or MissingData.Ignore
        ? (false, $"alarm \"{alarm.Name}\" treats missing data as {(alarm.MissingData is MissingData.Ignore ? "ignore" : "notBreaching")}: a fleet that is measured no more passes.")
        : null;

    private static (bool, string)? TooFewSamples(AlarmFacts alarm, LintContext context)
    {
        if (SamplesNeeded(alarm.Statistic) is not { } needed || context.RequestsPerSecond is not { } rate)
        {
            return null;
        }

        var expected = rate * alarm.Period.TotalSeconds;
        return expected < needed
            ? (false, string.Create(
                CultureInfo.InvariantCulture,
                $"alarm \"{alarm.Name}\" needs {needed:N0} requests for {alarm.Statistic} in a period of {alarm.Period.TotalSeconds:0} s; the first step brings about {expected:N0}."))
            : null;
    }

    private static (bool, string)? WrongUnit(AlarmFacts alarm) =>
        alarm is { MetricName: "ModelLatency" or "OverheadLatency", Statistic: not "SampleCount", Threshold: > 0 and < 1000 }
            ? (false, string.Create(
                CultureInfo.InvariantCulture, $"alarm \"{alarm.Name}\" compares {alarm.MetricName}, which is in microseconds, with {alarm.Threshold:0.###}: that is {alarm.Threshold / 1000:0.######} ms."))
            : null;
}
