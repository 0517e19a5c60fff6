using CanaryConsole.Core;
using CanaryConsole.Core.Costs;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation.Costs;
using CanaryConsole.Presentation.Guards;

namespace CanaryConsole.Presentation;

/// <summary>One bar of the plan: its height is the share, its breadth the time.</summary>
public sealed record PlanSegment(string Name, string Detail, double Percent, double Breadth);

/// <summary>One line beside the plan.</summary>
public sealed record PlanFact(string Name, string Text, bool Warns = false);

/// <summary>What a draft would do, drawn while it is typed.</summary>
public sealed record PlanSketch(IReadOnlyList<PlanSegment> Segments, IReadOnlyList<PlanFact> Facts)
{
    private const double NarrowestBar = 4;

    /// <summary>A p99 says nothing on fewer: ten requests must be able to lie beyond it.</summary>
    private const int FewestForP99 = 1_000;

    /// <summary>How far back the traffic of now is looked for.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(5);

    /// <param name="cost">What the plan would cost; null where that is not asked, or the request makes no plan yet.</param>
    public static PlanSketch Of(RolloutRequest request, EndpointSnapshot? endpoint, PlanCost? cost = null)
    {
        var steps = Steps(request);
        var soak = request.SoakMinutes ?? RolloutDefaults.SoakMinutes;
        var segments = new List<PlanSegment>();
        if (request.Shadow is not null || request.Strategy is Strategy.Shadow)
        {
            segments.Add(Shadow(request.Shadow ?? new ShadowRequest()));
        }

        var managed = ManagedSketch.Of(request).ToList();
        segments.AddRange(managed);
        foreach (var step in steps)
        {
            segments.Add(new(Percent(step.Share), Minutes(step.BakeMinutes), step.Share * 100, Math.Max(NarrowestBar, step.BakeMinutes)));
            if (step.Gate)
            {
                segments.Add(new("gate", "approve", step.Share * 100, NarrowestBar));
            }
        }

        segments.Add(new("100 %", $"soak {Minutes(soak)}", 100, Math.Max(NarrowestBar, soak)));
        var facts = FactsOf(request, steps, ShadowMinutes(request) + (managed.Count * ManagedSketch.Wait(request).TotalMinutes) + soak, RequestsPerSecond(endpoint));
        if (cost is not null)
        {
            facts.Add(new("costs", $"{RolloutCostText.Of(cost)}{(cost.ExtraUsd is null ? "" : ", an estimate")}", cost.ExtraUsd is null));
        }

        return new(segments, facts);
    }

    private static double ShadowMinutes(RolloutRequest request) =>
        request.Shadow is not null || request.Strategy is Strategy.Shadow ? request.Shadow?.DurationMinutes ?? RolloutDefaults.ShadowMinutes : 0;

    private static PlanSegment Shadow(ShadowRequest shadow)
    {
        var minutes = shadow.DurationMinutes ?? RolloutDefaults.ShadowMinutes;
        return new("shadow", Minutes(minutes), 0, Math.Max(NarrowestBar, minutes));
    }

    /// <summary>All variants together over the last minutes; null without traffic.</summary>
    public static double? RequestsPerSecond(EndpointSnapshot? endpoint)
    {
        var windows = endpoint?.Variants.SelectMany(history => history.Windows).ToList() ?? [];
        if (windows.Count == 0)
        {
            return null;
        }

        var end = windows.Max(window => window.End);
        var start = windows.Where(window => window.Start >= end - Recent).Min(window => window.Start);
        return windows.Where(window => window.Start >= start).Sum(window => window.Requests) / (end - start).TotalSeconds;
    }

    /// <summary>The steps that the service makes of the request (design: section 5).</summary>
    private static IReadOnlyList<StepRequest> Steps(RolloutRequest request)
    {
        var bake = request.BakeMinutes ?? RolloutDefaults.BakeMinutes;
        return request.Strategy switch
        {
            Strategy.Canary => [.. RolloutDefaults.CanaryShares.Select(share => new StepRequest(share, bake))],
            Strategy.Linear => Linear(request.LinearIncrement ?? RolloutDefaults.LinearIncrement, bake),
            Strategy.CustomSteps => request.Steps ?? [],
            Strategy.Shadow when request.Steps is { Count: > 0 } given => given,
            Strategy.Shadow => [.. RolloutDefaults.CanaryShares.Select(share => new StepRequest(share, bake))],
            Strategy.AllAtOnce => [],
            // SageMaker moves the traffic of these; they have no steps of weights.
            Strategy.BlueGreen or Strategy.Rolling => [],
            Strategy.AbHold => [new StepRequest(request.HoldShare ?? RolloutDefaults.HoldShare, request.BakeMinutes ?? RolloutDefaults.HoldMinutes, Gate: true)],
        };
    }

    private static List<StepRequest> Linear(double increment, double bake)
    {
        var steps = new List<StepRequest>();
        // Counted in whole steps: adding fractions up would drift past 1.
        for (var index = 1; Math.Round(index * increment, 6) < 1; index++)
        {
            steps.Add(new(Math.Round(index * increment, 6), bake));
        }

        return steps;
    }

    private static List<PlanFact> FactsOf(RolloutRequest request, IReadOnlyList<StepRequest> steps, double beside, double? rate)
    {
        var gates = steps.Count(step => step.Gate);
        var facts = new List<PlanFact>
        {
            new("lasts", $"{Minutes(steps.Sum(step => step.BakeMinutes) + beside)}{(gates switch { 0 => "", 1 => " and a gate", _ => $" and {gates} gates" })}, if nothing holds it"),
        };
        if (steps.Count > 0 && rate is { } perSecond and > 0)
        {
            facts.AddRange(Exposure(request, steps[0], perSecond));
        }

        facts.Add(new("rolls back on", RollsBackOn(request), !request.AutoRollback));
        if (GuardTests.Of(request) is GuardTest.FailedLooks)
        {
            facts.Add(new("false rollback", "no promise: failed looks are counted"));
        }
        else if (request.FalseRollbackBudget is { } budget)
        {
            facts.Add(new("false rollback", $"at most {Percent(budget)} for the whole rollout"));
        }

        facts.Add(new("needs", request.ApprovalRequired ? "a person's approval before it starts" : "no approval to start"));
        return facts;
    }

    private static IEnumerable<PlanFact> Exposure(RolloutRequest request, StepRequest first, double perSecond)
    {
        var share = Percent(first.Share);
        yield return new($"exposed at {share}", $"{CountText.Of((long)Math.Round(perSecond * first.Share * first.BakeMinutes * 60), "request", "requests")} in {Minutes(first.BakeMinutes)}, at {RateText.Number(perSecond)} a second as now");
        if (first.Share > 0 && request.MinimumRequests is { } asked)
        {
            var minimum = Math.Max(asked, FewestForP99);
            var needed = TimeSpan.FromSeconds(Math.Min(minimum / (perSecond * first.Share), TimeSpan.FromDays(30).TotalSeconds));
            var longer = needed.TotalMinutes > first.BakeMinutes;
            yield return new("first decision", $"{CountText.Of(minimum, "request", "requests")} take about {DurationText.Rough(needed)}{(longer ? ": longer than the bake, so the step will hold" : "")}", longer);
        }
    }

    private static string RollsBackOn(RolloutRequest request)
    {
        if (!request.AutoRollback)
        {
            return "nothing by itself: a breach pauses and pages";
        }

        if (request.Guardrails is { Count: > 0 } own)
        {
            return RollsBackOn(own);
        }

        var rules = new List<string>();
        if (request.ErrorRateLimit is { } errors && Percentage.TryFromFraction(errors, out var limit))
        {
            rules.Add($"errors above {limit}");
        }

        if (request.LatencyP99LimitMs is { } latency)
        {
            rules.Add($"p99 above {LatencyText.Of(TimeSpan.FromMilliseconds(latency))}");
        }

        if (request.ErrorRatioLimit is { } ratio and >= 1)
        {
            rules.Add(ratio == 1 ? "more errors than the champion" : $"more than {ratio:0.##} times the champion's errors");
        }

        return rules.Count == 0 ? "no rule yet" : string.Join(", ", rules);
    }

    private static string RollsBackOn(IReadOnlyList<GuardrailRequest> guardrails)
    {
        var rollingBack = guardrails.Count(guardrail => (guardrail.Enforcing ?? guardrail.Kind is not GuardrailKind.TrafficSplit) && guardrail.Severity is not "warning");
        var beside = guardrails.Count - rollingBack;
        return rollingBack == 0
            ? $"nothing: {CountText.Of(beside, "guardrail", "guardrails")} that warn or observe"
            : $"{CountText.Of(rollingBack, "guardrail", "guardrails")}{(beside > 0 ? $", {CountText.Of(beside, "more warns or observes", "more warn or observe")}" : "")}";
    }

    private static string Percent(double fraction) => Percentage.TryFromFraction(fraction, out var share) ? share.ToString() : "?";

    private static string Minutes(double minutes) => minutes == 0 ? "0 min" : DurationText.Span(TimeSpan.FromMinutes(minutes));
}
