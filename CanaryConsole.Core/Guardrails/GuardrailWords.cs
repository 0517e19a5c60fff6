using System.Diagnostics;
using System.Globalization;

namespace CanaryConsole.Core.Guardrails;

/// <summary>What guardrails say of what they have seen: clauses without a full stop.</summary>
internal static class GuardrailWords
{
    /// <summary>"error rate 3.1 % over 640 requests, limit 1 %".</summary>
    public static string Measured(GuardrailRule rule, Evidence evidence)
    {
        var rate = evidence.LookRequests > 0 ? Percentage.FromFraction((double)evidence.LookBad / evidence.LookRequests).ToString() : "unknown";
        var requests = Text($"{evidence.LookRequests:N0} requests");
        return rule switch
        {
            GuardrailRule.ErrorRateLimit limit => $"{Errors(limit.Counted)} {rate} over {requests}, limit {limit.Limit}",
            GuardrailRule.LatencyLimit limit => Text($"{rate} of {requests} slower than {limit.Limit.TotalMilliseconds:0.##} ms, at most {(1 - limit.Percentile) * 100:0.###} % allowed"),
            GuardrailRule.ErrorRateAgainstChampion against => $"{Errors(against.Counted)} {rate} over {requests} against the champion's {evidence.Champion.Rate?.ToString() ?? "unknown"}",
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>"2.9 % of its 12,160 requests".</summary>
    public static string Champion(GuardrailRule rule, Evidence evidence) => evidence.Champion.Rate is { } rate
        ? Text($"{rate} of its {evidence.Champion.Requests:N0} requests {(rule is GuardrailRule.LatencyLimit ? "too slow" : "failed")}")
        : "its requests are not known";

    private static string Errors(ErrorKind kind) => kind switch
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
