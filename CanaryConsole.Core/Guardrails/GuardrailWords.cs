using System.Diagnostics;
using System.Globalization;

namespace CanaryConsole.Core.Guardrails;

/// <summary>What guardrails ask for, and what they say of what they have seen: clauses without a full stop, for every kind there is.</summary>
internal static class GuardrailWords
{
    /// <summary>What the rule asks for: "errors at most 1 %".</summary>
    public static string Rule(GuardrailRule rule) => rule switch
    {
        GuardrailRule.ErrorRateLimit { Counted: ErrorKind.Failures } limit => $"errors at most {limit.Limit}",
        GuardrailRule.ErrorRateLimit limit => $"{ErrorCounting.Words(limit.Counted)} at most {limit.Limit}",
        GuardrailRule.LatencyLimit limit => Text($"p{limit.Percentile * 100:0.#} at most {limit.Limit.TotalMilliseconds:0.#} ms"),
        GuardrailRule.ErrorRateAgainstChampion { Counted: ErrorKind.Failures } against => Text($"errors at most {against.Ratio:0.##} times the champion's"),
        GuardrailRule.ErrorRateAgainstChampion against => Text($"{ErrorCounting.Words(against.Counted)} at most {against.Ratio:0.##} times the champion's"),
        GuardrailRule.LatencyAgainstChampion against => Text($"slow requests at most {against.Ratio:0.##} times the champion's"),
        GuardrailRule.UtilizationLimit limit => Text($"{(limit.Kind is UtilizationKind.Cpu ? "CPU" : "memory")} at most {limit.LimitPercent:0.#} %"),
        GuardrailRule.InvocationsMissing silence => Text($"no silence of {silence.For.TotalMinutes:0.#} min"),
        GuardrailRule.MetricLimit limit => $"{Metric(limit.Query)} {(limit.Above ? "at most" : "at least")} {limit.Limit}",
        GuardrailRule.AlarmState alarm => $"alarm {alarm.AlarmName} not in ALARM",
        GuardrailRule.TrafficSplit => "requests split as the weights say",
        _ => throw new UnreachableException(),
    };

    /// <summary>What a guardrail on requests has measured: "error rate 3.1 % over 640 requests, limit 1 %".</summary>
    public static string Measured(GuardrailRule rule, Evidence evidence)
    {
        var rate = evidence.LookRequests > 0 ? Percentage.FromFraction((double)evidence.LookBad / evidence.LookRequests).ToString() : "unknown";
        var requests = Text($"{evidence.LookRequests:N0} requests");
        var champion = evidence.Champion.Rate?.ToString() ?? "unknown";
        return rule switch
        {
            GuardrailRule.ErrorRateLimit limit => $"{Rate(limit.Counted)} {rate} over {requests}, limit {limit.Limit}",
            GuardrailRule.LatencyLimit limit => Text($"{rate} of {requests} slower than {limit.Limit.TotalMilliseconds:0.##} ms, at most {(1 - limit.Percentile) * 100:0.###} % allowed"),
            GuardrailRule.ErrorRateAgainstChampion against => $"{Rate(against.Counted)} {rate} over {requests} against the champion's {champion}",
            GuardrailRule.LatencyAgainstChampion => $"{rate} of {requests} slower than the champion's p90 of before, against the champion's {champion}",
            _ => throw new UnreachableException($"{rule.GetType().Name} counts no requests."),
        };
    }

    /// <summary>The challenger's rate and what it stands against; null for a rule that is not about requests.</summary>
    public static string? SoFar(GuardrailRule rule, Percentage rate, Percentage? champion) => rule switch
    {
        GuardrailRule.ErrorRateLimit limit => $"{Rate(limit.Counted)} {rate}, limit {limit.Limit}",
        GuardrailRule.LatencyLimit limit => Text($"{rate} slower than {limit.Limit.TotalMilliseconds:0.##} ms, at most {(1 - limit.Percentile) * 100:0.###} % allowed"),
        GuardrailRule.ErrorRateAgainstChampion against => $"{Rate(against.Counted)} {rate} against the champion's {champion?.ToString() ?? "unknown"}",
        GuardrailRule.LatencyAgainstChampion => $"{rate} slower than the champion's p90 of before, against the champion's {champion?.ToString() ?? "unknown"}",
        GuardrailRule.UtilizationLimit or GuardrailRule.InvocationsMissing or GuardrailRule.MetricLimit or GuardrailRule.AlarmState or GuardrailRule.TrafficSplit => null,
        _ => throw new UnreachableException(),
    };

    /// <summary>"2.9 % of its 12,160 requests failed".</summary>
    public static string Champion(GuardrailRule rule, Evidence evidence) => evidence.Champion.Rate is { } rate
        ? Text($"{rate} of its {evidence.Champion.Requests:N0} requests {(rule is GuardrailRule.LatencyLimit ? "too slow" : "failed")}")
        : "its requests are not known";

    /// <summary>One word or two for a verdict.</summary>
    public static string Verdict(Verdict verdict) => verdict switch
    {
        Guardrails.Verdict.Healthy => "healthy",
        Guardrails.Verdict.Breach => "breach",
        Guardrails.Verdict.Inconclusive => "inconclusive",
        Guardrails.Verdict.NoData => "no data",
        Guardrails.Verdict.Blind => "blind",
        Guardrails.Verdict.SharedCause => "shared cause",
        _ => throw new UnreachableException(),
    };

    private static string Metric(MetricQuery query) => query.Expression
        ?? (query.Metrics is [var only, ..] ? $"{only.Statistic} of {only.MetricName}" : "the metric");

    private static string Rate(ErrorKind kind) => kind switch
    {
        ErrorKind.Failures => "error rate",
        ErrorKind.ServerErrors => "5xx rate",
        ErrorKind.ClientErrors => "4xx rate",
        ErrorKind.ModelErrors => "model error rate",
        ErrorKind.All => "rate of 4xx and failures",
        _ => throw new UnreachableException(),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
