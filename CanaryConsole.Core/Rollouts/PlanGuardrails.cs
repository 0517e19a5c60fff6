using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>The guardrails of a request, with the defaults where nothing is said.</summary>
internal static class PlanGuardrails
{
    private const double Percentile99 = 0.99;
    private const int MostGuardrails = 20;

    public static IReadOnlyList<Guardrail> Of(RolloutRequest request)
    {
        var errorRate = RequestBounds.Within("errorRateLimit", request.ErrorRateLimit, RolloutDefaults.ErrorRateLimit, 0, 1);
        var latency = RequestBounds.Within("latencyP99LimitMs", request.LatencyP99LimitMs, RolloutDefaults.LatencyP99LimitMs, 0.001, 60_000);
        var ratio = RequestBounds.Within("errorRatioLimit", request.ErrorRatioLimit, RolloutDefaults.ErrorRatioLimit, 0, 1_000);
        var minimum = RequestBounds.Within("minimumRequests", request.MinimumRequests, RolloutDefaults.MinimumRequests, 1, 1_000_000);
        var looks = RequestBounds.Within("looks", request.Looks, RolloutDefaults.Looks, 1, 60);
        var failed = RequestBounds.Within("failedLooks", request.FailedLooks, Math.Min(RolloutDefaults.FailedLooks, looks), 1, looks);
        if (ratio is > 0 and < 1)
        {
            throw RequestBounds.Invalid("errorRatioLimit", $"errorRatioLimit is {ratio}; it must be at least 1 (not worse than the champion), or 0 to leave the comparison out.");
        }

        var test = Test(request);
        if (request.Guardrails is { } listed)
        {
            return Listed(request, listed, new GuardrailUsual(test, minimum, failed, looks));
        }

        var rules = new List<(string Name, GuardrailRule Rule)>
        {
            ($"Error rate below {Percentage.FromFraction(errorRate)}", new GuardrailRule.ErrorRateLimit(Percentage.FromFraction(errorRate))),
            (FormattableString.Invariant($"p99 below {latency:0.###} ms"), new GuardrailRule.LatencyLimit(Percentile99, TimeSpan.FromMilliseconds(latency))),
        };
        if (ratio > 0)
        {
            rules.Insert(0, ("Error rate against champion", new GuardrailRule.ErrorRateAgainstChampion(ratio)));
        }

        return [.. rules.Select(rule => new Guardrail(rule.Name, rule.Rule, Enforcing: true, minimum, failed, looks)
        {
            Test = test,
            CatastropheTier = test is GuardTest.Sequential && rule.Rule is GuardrailRule.ErrorRateLimit,
        })];
    }

    /// <summary>Null in a plan without sequential guardrails.</summary>
    public static Percentage? Budget(RolloutRequest request, IReadOnlyList<Guardrail> guardrails)
    {
        var budget = RequestBounds.Within("falseRollbackBudget", request.FalseRollbackBudget, RolloutDefaults.FalseRollbackBudget, 0.0001, 0.2);
        return guardrails.Any(PlanEvidence.IsSequential) ? Percentage.FromFraction(budget) : null;
    }

    private static List<Guardrail> Listed(RolloutRequest request, IReadOnlyList<GuardrailRequest> listed, GuardrailUsual usual)
    {
        if (listed.Count is 0 or > MostGuardrails)
        {
            throw RequestBounds.Invalid("guardrails", $"guardrails has {listed.Count} entries; give 1 to {MostGuardrails}, or leave them out for the usual ones.");
        }

        var limit = request switch
        {
            { ErrorRateLimit: not null } => "errorRateLimit",
            { LatencyP99LimitMs: not null } => "latencyP99LimitMs",
            { ErrorRatioLimit: not null } => "errorRatioLimit",
            _ => null,
        };
        if (limit is not null)
        {
            throw RequestBounds.Invalid(limit, $"{limit} was given beside guardrails, which stand instead of it: put the limit among the guardrails, or leave one of the two out.");
        }

        var guardrails = listed.Select((guardrail, index) => RequestedGuardrail.Of(guardrail, $"guardrails[{index}]", usual)).ToList();
        for (var later = 1; later < guardrails.Count; later++)
        {
            if (guardrails.FindIndex(guardrail => string.Equals(guardrail.Name, guardrails[later].Name, StringComparison.OrdinalIgnoreCase)) is var first && first < later)
            {
                throw RequestBounds.Invalid($"guardrails[{later}].name", $"guardrails[{later}].name is \"{guardrails[later].Name}\", as that of guardrails[{first}]; give each its own.");
            }
        }

        return guardrails;
    }

    private static GuardTest Test(RolloutRequest request) => request.GuardTest switch
    {
        null => request is { FailedLooks: null, Looks: null } ? GuardTest.Sequential : GuardTest.FailedLooks,
        "sequential" => GuardTest.Sequential,
        "failedLooks" => GuardTest.FailedLooks,
        var other => throw RequestBounds.Invalid("guardTest", $"guardTest is \"{other}\"; it must be sequential or failedLooks."),
    };
}
