using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Forecasts;

/// <summary>What a worsening is measured by.</summary>
public enum WorseningKind
{
    /// <summary>Errors, as a multiple of the champion's rate.</summary>
    Errors,

    /// <summary>Errors, as a multiple of the limit on their rate.</summary>
    ErrorsOfLimit,

    /// <summary>Requests slower than a latency limit, as a multiple of the part that its percentile allows.</summary>
    Slow,

    /// <summary>Requests slower than the champion's p99, as a multiple of the champion's one in a hundred.</summary>
    SlowerThanChampion,
}

/// <summary>A way in which a challenger may be worse.</summary>
/// <param name="Factor">Above 1.</param>
public sealed record Worsening(WorseningKind Kind, double Factor)
{
    /// <summary>Those that the outline's guardrails are there for and that mean something on this traffic.</summary>
    public static IReadOnlyList<Worsening> Of(PlanOutline outline, TrafficPicture traffic)
    {
        ArgumentNullException.ThrowIfNull(outline);
        ArgumentNullException.ThrowIfNull(traffic);
        var rules = outline.Guardrails.Select(guardrail => guardrail.Rule).ToList();
        var errors = rules.Where(rule => rule is GuardrailRule.ErrorRateLimit or GuardrailRule.ErrorRateAgainstChampion);
        return
        [
            .. errors.Any(rule => traffic.BadRate(rule) > 0) ? Each(WorseningKind.Errors, 2, 5, 10) : [],
            .. rules.OfType<GuardrailRule.ErrorRateLimit>().Any(rule => rule.Limit.Fraction is > 0 and < 1) ? Each(WorseningKind.ErrorsOfLimit, 2, 5) : [],
            .. rules.OfType<GuardrailRule.LatencyLimit>().Any() ? Each(WorseningKind.Slow, 2, 5) : [],
            .. rules.OfType<GuardrailRule.LatencyAgainstChampion>().Any() ? Each(WorseningKind.SlowerThanChampion, 2, 5) : [],
        ];
    }

    private static IEnumerable<Worsening> Each(WorseningKind kind, params double[] factors) => factors.Select(factor => new Worsening(kind, factor));
}
