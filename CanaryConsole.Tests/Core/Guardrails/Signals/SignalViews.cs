using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Guardrails.Signals;

/// <summary>Looks at a share of 5 % that has stood for twenty minutes; windows settle after two.</summary>
internal static class SignalViews
{
    public static readonly DateTimeOffset At = new(2026, 11, 21, 10, 20, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Since = At.AddMinutes(-20);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static Guardrail Of(GuardrailRule rule, int failed = 2, int looks = 3) => new("G", rule, Enforcing: true, MinimumRequests: 100, failed, looks);

    public static GuardrailView View(double? share = 0.05, bool frozen = false, string? problem = null, SignalReading? reading = null) => new(
        At, Since, [], [], frozen, At.AddMinutes(-2), TimeSpan.FromMinutes(7), problem)
    {
        SetShare = share is { } fraction ? Percentage.FromFraction(fraction) : null,
        Signals = reading is null ? new Dictionary<string, SignalReading>() : new Dictionary<string, SignalReading> { ["G"] = reading },
    };

    /// <summary>One value a minute, the last ending now.</summary>
    public static SignalReading Values(params double[] values) =>
        new([.. values.Select((value, index) => new SignalPoint(At.AddMinutes(index - values.Length), Minute, value))], null);

    /// <summary>One window a minute from the start of the share on; none where there is no request.</summary>
    public static IReadOnlyList<MetricWindow> Minutes(params long[] requests) =>
        [.. requests.Select((count, index) => new MetricWindow(Since.AddMinutes(index), Minute, count, 0, null, null, null, null)).Where(window => window.Requests > 0)];

    public static Verdict Judge(GuardrailRule rule, GuardrailView view, int failed = 2, int looks = 3) => SignalJudge.Assess(Of(rule, failed, looks), view)!.Verdict;
}
