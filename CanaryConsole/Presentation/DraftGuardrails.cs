using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation.Guards;

namespace CanaryConsole.Presentation;

/// <summary>The draft's own guardrails as the request wants them; only what belongs to the kind is sent.</summary>
internal static class DraftGuardrails
{
    public const int Most = 20;
    public const int MostMetrics = 10;
    private const int LongestName = 100;
    private const int LongestAlarm = 255;

    public static List<GuardrailRequest> Of(IReadOnlyList<GuardrailDraft> guardrails, GuardTest test, DraftFields fields) =>
        [.. guardrails.Select((draft, index) => One(draft, index, test, fields))];

    private static GuardrailRequest One(GuardrailDraft draft, int index, GuardTest test, DraftFields fields)
    {
        var (at, its) = ($"guardrails[{index}]", $"Guardrail {index + 1}'s");
        var kind = draft.Kind;
        var counts = draft.CountsLooks(test);
        var looks = !counts ? null : (int?)fields.Number($"{at}.looks", draft.Looks, $"{its} looks", 1, 60, optional: true, whole: true);
        return new GuardrailRequest
        {
            Kind = kind,
            Name = Short($"{at}.name", draft.Name, $"{its} name", LongestName, fields),
            Limit = Limit(draft, at, its, fields),
            Ratio = GuardrailKind.ComparesWithChampion(kind) ? fields.Number($"{at}.ratio", draft.Ratio, $"{its} margin", 1, 1_000, "times", optional: true) : null,
            Percentile = kind is GuardrailKind.LatencyLimit ? Math.Round((fields.Number($"{at}.percentile", draft.Percentile, $"{its} percentile", 50, 99.9) ?? 99) / 100, 6) : null,
            Counted = GuardrailKind.CountsErrors(kind) ? Unless("failures", draft.Counted) : null,
            Resource = kind is GuardrailKind.UtilizationLimit ? draft.Resource : null,
            Minutes = kind is GuardrailKind.InvocationsMissing ? fields.Number($"{at}.minutes", draft.Minutes, $"{its} minutes", 1, 60, "minutes", optional: true) : null,
            Metrics = kind is GuardrailKind.MetricLimit ? Terms(draft, index, fields) : null,
            Expression = kind is GuardrailKind.MetricLimit ? Expression(draft, at, its, fields) : null,
            Unit = kind is GuardrailKind.MetricLimit ? Unless("none", draft.Unit) : null,
            LimitUnit = kind is GuardrailKind.MetricLimit ? DraftFields.Text(draft.LimitUnit) : null,
            Fails = kind is GuardrailKind.MetricLimit ? Unless("above", draft.Fails) : null,
            AlarmName = kind is GuardrailKind.AlarmState ? Alarm(draft, at, its, fields) : null,
            Enforcing = draft.Enforcing == (kind is not GuardrailKind.TrafficSplit) ? null : draft.Enforcing,
            Severity = draft.Enforcing ? Unless("critical", draft.Severity) : null,
            MissingData = Unless("hold", draft.MissingData),
            Test = GuardrailKind.HasTest(kind) ? DraftFields.Text(draft.Test) : null,
            BudgetWeight = GuardrailKind.SharesBudget(kind) ? fields.Number($"{at}.budgetWeight", draft.BudgetWeight, $"{its} part of the budget", 0.01, 100, optional: true) : null,
            CatastropheTier = kind is GuardrailKind.ErrorRateLimit && !draft.CatastropheTier ? false : null,
            MinimumRequests = GuardrailKind.NeedsRequests(kind)
                ? (int?)fields.Number($"{at}.minimumRequests", draft.MinimumRequests, $"{its} minimum requests", 1, 1_000_000, optional: true, whole: true)
                : null,
            FailedLooks = !counts ? null : (int?)fields.Number($"{at}.failedLooks", draft.FailedLooks, $"{its} failed looks", 1, looks ?? 60, optional: true, whole: true),
            Looks = looks,
        };
    }

    private static double? Limit(GuardrailDraft draft, string at, string its, DraftFields fields) => draft.Kind switch
    {
        GuardrailKind.ErrorRateLimit => Fraction(fields.Number($"{at}.limit", draft.Limit, $"{its} error rate", 0, 100, "%")),
        GuardrailKind.LatencyLimit => fields.Number($"{at}.limit", draft.Limit, $"{its} latency", 0.001, 60_000, "ms"),
        GuardrailKind.UtilizationLimit => fields.Number($"{at}.limit", draft.Limit, $"{its} utilization", 0.001, 100_000, "%"),
        GuardrailKind.MetricLimit => fields.Number($"{at}.limit", draft.Limit, $"{its} limit", -1e12, 1e12),
        _ => null,
    };

    private static List<MetricTermRequest> Terms(GuardrailDraft draft, int index, DraftFields fields) =>
        [.. draft.Metrics.Select((term, position) => Term(term, $"guardrails[{index}].metrics[{position}]", $"metric {position + 1} of guardrail {index + 1}", fields))];

    private static MetricTermRequest Term(MetricTermDraft term, string at, string which, DraftFields fields)
    {
        var name = fields.Required($"{at}.metricName", term.MetricName, $"The name of {which} is empty; give it as CloudWatch spells it.");
        var space = fields.Required($"{at}.namespace", term.Namespace, $"The namespace of {which} is empty; give it as CloudWatch spells it, as in AWS/SageMaker.");
        Dictionary<string, string>? dimensions = null;
        foreach (var line in term.Dimensions.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } key, { Length: > 0 } value] && (dimensions ??= []).TryAdd(key, value))
            {
                continue;
            }

            fields.Refuse($"{at}.dimensions", $"The dimension \"{line}\" of {which} cannot be used; give one a line and each once, as in EndpointName={{endpoint}}.");
        }

        return new MetricTermRequest(space, name, dimensions, Unless("Average", term.Statistic), DraftFields.Text(term.Id));
    }

    private static string? Expression(GuardrailDraft draft, string at, string its, DraftFields fields)
    {
        var expression = DraftFields.Text(draft.Expression);
        if (expression is null && draft.Metrics.Count > 1)
        {
            fields.Refuse($"{at}.expression", $"{its} expression is empty; with {draft.Metrics.Count} metrics, say what is made of them by their ids, as in 100 * errors / requests.");
        }

        return expression;
    }

    private static string? Alarm(GuardrailDraft draft, string at, string its, DraftFields fields)
    {
        fields.Required($"{at}.alarmName", draft.AlarmName, $"{its} alarm has no name; give an alarm's name as CloudWatch shows it.");
        return Short($"{at}.alarmName", draft.AlarmName, $"{its} alarm name", LongestAlarm, fields);
    }

    private static string? Short(string field, string text, string what, int longest, DraftFields fields)
    {
        var said = DraftFields.Text(text);
        if (said?.Length > longest)
        {
            fields.Refuse(field, $"{what} has {said.Length} characters; give at most {longest}.");
        }

        return said;
    }

    private static double? Fraction(double? percent) => percent is { } value ? Math.Round(value / 100, 9) : null;

    private static string? Unless(string usual, string said) => said == usual ? null : DraftFields.Text(said);
}
