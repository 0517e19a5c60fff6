using System.Globalization;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Writes a strategy down as steps.</summary>
internal static class PlanSteps
{
    private const int MaximumSteps = 50;
    private const int MostRequests = 100_000_000;

    public static IReadOnlyList<RolloutStep> Of(RolloutRequest request)
    {
        if (request is { HoldShare: { } share, Strategy: not Strategy.AbHold })
        {
            throw RequestBounds.Invalid("holdShare", string.Create(CultureInfo.InvariantCulture, $"holdShare is {share}, but only an A/B hold has one: choose abHold or leave it out."));
        }

        return request switch
        {
            { Steps.Count: > 0, Strategy: Strategy.AllAtOnce } => throw RequestBounds.Invalid("steps", "steps were given, but all at once has none: choose customSteps or leave them out."),
            { Steps.Count: > 1, Strategy: Strategy.AbHold } => throw RequestBounds.Invalid("steps", $"steps has {request.Steps.Count} entries, but an A/B hold has one: choose customSteps or leave them out."),
            { Steps: { Count: > 0 } steps, Strategy: Strategy.AbHold } => [Given(steps)[0] with { Gate = true }],
            { Steps: { Count: > 0 } steps } => Given(steps),
            { Strategy: Strategy.AllAtOnce } => [],
            { Strategy: Strategy.CustomSteps } => throw RequestBounds.Invalid("steps", "steps is empty; custom steps need at least one, as in a share of 0.05 and 10 minutes."),
            { Strategy: Strategy.Linear } => Linear(request),
            { Strategy: Strategy.AbHold } => [Hold(request)],
            _ => [.. RolloutDefaults.CanaryShares.Select(share => Made(request, share))],
        };
    }

    private static RolloutStep Made(RolloutRequest request, double share, double bakeMinutes = RolloutDefaults.BakeMinutes) => new(
        Percentage.FromFraction(Math.Round(share, 6)),
        RequestBounds.Minutes("bakeMinutes", request.BakeMinutes, bakeMinutes),
        MinimumRequests: Requests("stepMinimumRequests", request.StepMinimumRequests));

    private static RolloutStep Hold(RolloutRequest request)
    {
        var share = RequestBounds.InnerShare("holdShare", request.HoldShare ?? RolloutDefaults.HoldShare);
        return Made(request, share.Fraction, RolloutDefaults.HoldMinutes) with { Gate = true };
    }

    private static List<RolloutStep> Linear(RolloutRequest request)
    {
        var increment = RequestBounds.Within("linearIncrement", request.LinearIncrement, RolloutDefaults.LinearIncrement, 0.01, 0.5);
        var steps = new List<RolloutStep>();
        for (var share = increment; share < 1 - 1e-9; share += increment)
        {
            steps.Add(Made(request, share));
        }

        return steps;
    }

    private static List<RolloutStep> Given(IReadOnlyList<StepRequest> requested)
    {
        if (requested.Count > MaximumSteps)
        {
            throw RequestBounds.Invalid("steps", $"steps has {requested.Count} entries; at most {MaximumSteps} are possible.");
        }

        var steps = new List<RolloutStep>(requested.Count);
        foreach (var step in requested)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"steps[{steps.Count}]");
            var share = RequestBounds.InnerShare($"{field}.share", step.Share);
            if (steps.Count > 0 && share <= steps[^1].Share)
            {
                throw RequestBounds.Invalid($"{field}.share", $"{field}.share is {share}, not above the {steps[^1].Share} before it; shares rise from step to step.");
            }

            steps.Add(new RolloutStep(
                share, RequestBounds.Minutes($"{field}.bakeMinutes", step.BakeMinutes, 0), step.Gate, Requests($"{field}.minimumRequests", step.MinimumRequests)));
        }

        return steps;
    }

    private static int? Requests(string field, int? value) => value is null ? null : RequestBounds.Within(field, value, 0, 1, MostRequests);
}
