using System.Globalization;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>One guardrail as asked for, held to its bounds: a whole guardrail, or the first field that is wrong. Pure.</summary>
internal static class RequestedGuardrail
{
    private const int LongestName = 100;
    private const double Percentile99 = 0.99;

    /// <param name="at">Where it stands, as in "guardrails[2]".</param>
    /// <exception cref="PlanProblemException">A field is missing, wrong, or does not belong to the kind.</exception>
    public static Guardrail Of(GuardrailRequest request, string at, GuardrailUsual usual)
    {
        var kind = GuardrailKinds.Find(request.Kind) ?? throw RequestBounds.Invalid(
            $"{at}.kind", $"{at}.kind is \"{request.Kind}\"; it must be {string.Join(", ", GuardrailKinds.All.SkipLast(1).Select(one => one.Name))} or {GuardrailKinds.All[^1].Name}.");
        foreach (var (field, isGiven) in GuardrailKinds.Fields)
        {
            if (isGiven(request) && !kind.Fields.Contains(field, StringComparer.Ordinal))
            {
                throw RequestBounds.Invalid($"{at}.{field}", $"{at}.{field} was given, but {Article(kind.Name)} has none: leave it out.");
            }
        }

        var test = Test(request, kind, at, usual);
        var looks = RequestBounds.Within($"{at}.looks", request.Looks, usual.Looks, 1, 60);
        var rule = Rule(request, kind.Name, at);
        return new Guardrail(
            Name(request, rule, at),
            rule,
            request.Enforcing ?? rule is not GuardrailRule.TrafficSplit,
            RequestBounds.Within($"{at}.minimumRequests", request.MinimumRequests, usual.MinimumRequests, 1, 1_000_000),
            RequestBounds.Within($"{at}.failedLooks", request.FailedLooks, Math.Min(usual.FailedLooks, looks), 1, looks),
            looks)
        {
            Test = test,
            Severity = RequestWords.OneOf($"{at}.severity", request.Severity, Severity.Critical),
            MissingEvidence = RequestWords.OneOf($"{at}.missingData", request.MissingData, MissingEvidence.Hold),
            BudgetWeight = RequestBounds.Within($"{at}.budgetWeight", request.BudgetWeight, 1, 0.01, 100),
            CatastropheTier = rule is GuardrailRule.ErrorRateLimit && test is GuardTest.Sequential && (request.CatastropheTier ?? true),
        };
    }

    private static GuardTest Test(GuardrailRequest request, GuardrailKinds.Kind kind, string at, GuardrailUsual usual)
    {
        var test = RequestWords.OneOf($"{at}.test", request.Test, kind.OnlyTest ?? usual.Test);
        return kind.OnlyTest is { } only && test != only
            ? throw RequestBounds.Invalid($"{at}.test", $"{at}.test is \"{request.Test}\"; {Article(kind.Name)} is judged by {RequestWords.Name(only)} only: leave it out.")
            : test;
    }

    private static string Name(GuardrailRequest request, GuardrailRule rule, string at)
    {
        if (request.Name is not { } name)
        {
            var words = GuardrailWords.Rule(rule);
            var made = char.ToUpperInvariant(words[0]) + words[1..];
            return made.Length <= LongestName ? made : made[..LongestName];
        }

        return name.Trim() is { Length: > 0 and <= LongestName } said
            ? said
            : throw RequestBounds.Invalid($"{at}.name", $"{at}.name has {name.Trim().Length} characters; it must have 1 to {LongestName}.");
    }

    private static GuardrailRule Rule(GuardrailRequest request, string kind, string at) => kind switch
    {
        GuardrailKinds.ErrorRateLimit => new GuardrailRule.ErrorRateLimit(Percentage.FromFraction(
            RequestBounds.Within($"{at}.limit", Needed(request.Limit, $"{at}.limit", "a fraction, as in 0.01 for 1 %"), 0, 0, 1)))
        {
            Counted = RequestWords.OneOf($"{at}.counted", request.Counted, ErrorKind.Failures),
        },
        GuardrailKinds.ErrorRateAgainstChampion => new GuardrailRule.ErrorRateAgainstChampion(Ratio(request, at))
        {
            Counted = RequestWords.OneOf($"{at}.counted", request.Counted, ErrorKind.Failures),
        },
        GuardrailKinds.LatencyLimit => new GuardrailRule.LatencyLimit(
            RequestBounds.Within($"{at}.percentile", request.Percentile, Percentile99, 0.5, 0.999),
            TimeSpan.FromMilliseconds(RequestBounds.Within($"{at}.limit", Needed(request.Limit, $"{at}.limit", "milliseconds, as in 100"), 0, 0.001, 60_000))),
        GuardrailKinds.LatencyAgainstChampion => new GuardrailRule.LatencyAgainstChampion(Ratio(request, at)),
        GuardrailKinds.UtilizationLimit => new GuardrailRule.UtilizationLimit(
            RequestWords.OneOf($"{at}.resource", Needed(request.Resource, $"{at}.resource", "cpu or memory"), UtilizationKind.Cpu),
            RequestBounds.Within($"{at}.limit", Needed(request.Limit, $"{at}.limit", "percent, as in 80"), 0, 0.001, 100_000)),
        GuardrailKinds.InvocationsMissing => new GuardrailRule.InvocationsMissing(TimeSpan.FromMinutes(RequestBounds.Within($"{at}.minutes", request.Minutes, 5, 1, 60))),
        GuardrailKinds.MetricLimit => RequestedMetric.Of(request, at),
        GuardrailKinds.AlarmState => new GuardrailRule.AlarmState(Needed(request.AlarmName, $"{at}.alarmName", "an alarm's name") is { } alarm && alarm.Trim().Length is > 0 and <= 255
            ? alarm.Trim()
            : throw RequestBounds.Invalid($"{at}.alarmName", $"{at}.alarmName has {request.AlarmName?.Trim().Length ?? 0} characters; it must have 1 to 255.")),
        _ => new GuardrailRule.TrafficSplit(),
    };

    private static double Ratio(GuardrailRequest request, string at) => RequestBounds.Within($"{at}.ratio", request.Ratio, 1, 1, 1_000);

    internal static T Needed<T>(T? value, string field, string what)
        where T : struct => value ?? throw Missing(field, what);

    internal static string Needed(string? value, string field, string what) => value ?? throw Missing(field, what);

    private static PlanProblemException Missing(string field, string what) => RequestBounds.Invalid(field, $"{field} is missing; give {what}.");

    private static string Article(string kind) => string.Create(CultureInfo.InvariantCulture, $"{(kind[0] is 'a' or 'e' or 'i' ? "an" : "a")} {kind}");
}
