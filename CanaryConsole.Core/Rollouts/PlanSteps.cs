using System.Globalization;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Writes a strategy down as steps.</summary>
internal static class PlanSteps
{
    private const int MaximumSteps = 50;

    public static IReadOnlyList<RolloutStep> Of(RolloutRequest request) => request switch
    {
        { Steps: { Count: > 0 } steps, Strategy: not Strategy.AllAtOnce } => Given(steps),
        { Steps.Count: > 0 } => throw RequestBounds.Invalid("steps", "steps were given, but all at once has none: choose customSteps or leave them out."),
        { Strategy: Strategy.AllAtOnce } => [],
        { Strategy: Strategy.CustomSteps } => throw RequestBounds.Invalid("steps", "steps is empty; custom steps need at least one, as in a share of 0.05 and 10 minutes."),
        { Strategy: Strategy.Linear } => Linear(request),
        _ => [.. RolloutDefaults.CanaryShares.Select(share => new RolloutStep(Percentage.FromFraction(share), Bake(request)))],
    };

    private static TimeSpan Bake(RolloutRequest request) => RequestBounds.Minutes("bakeMinutes", request.BakeMinutes, RolloutDefaults.BakeMinutes);

    private static List<RolloutStep> Linear(RolloutRequest request)
    {
        var increment = RequestBounds.Within("linearIncrement", request.LinearIncrement, RolloutDefaults.LinearIncrement, 0.01, 0.5);
        var bake = Bake(request);
        var steps = new List<RolloutStep>();
        for (var share = increment; share < 1 - 1e-9; share += increment)
        {
            steps.Add(new RolloutStep(Percentage.FromFraction(Math.Round(share, 6)), bake));
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

            steps.Add(new RolloutStep(share, RequestBounds.Minutes($"{field}.bakeMinutes", step.BakeMinutes, 0), step.Gate));
        }

        return steps;
    }
}
