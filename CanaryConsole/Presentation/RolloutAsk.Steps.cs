using CanaryConsole.Core;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>One of the answers to choose from.</summary>
public sealed record AskOption(string Value, string Text);

/// <summary>A choice within a question.</summary>
/// <param name="Value">What is chosen now.</param>
public sealed record AskChoice(string Label, IReadOnlyList<AskOption> Options, string Value);

public sealed partial record RolloutAsk
{
    private static readonly IReadOnlyList<AskOption> Extensions =
    [
        new("10", "10 min"), new("30", "30 min"), new("60", "1 h"), new("240", "4 h"), new("720", "12 h"), new("1440", "1 day"), new("4320", "3 days"), new("10080", "7 days"),
    ];

    /// <summary>Something to choose beside the words; null without a choice.</summary>
    public AskChoice? Choice { get; init; }

    public static RolloutAsk Refuse(RolloutSnapshot rollout, Percentage actual)
    {
        var state = rollout.State;
        return state.Phase is RolloutPhase.AwaitingApproval
            ? new("Refuse the start?", $"Nothing has been prepared. The rollout is over and {state.Plan.Endpoint} is free for another.", [], "Refuse", true, "Reason", "", true)
            : new($"Refuse at the gate after {state.ChallengerShare}?", $"All traffic goes back to {state.Plan.ChampionVariant} at once, and the rollout is over.",
                Changed(state.Plan, actual, Percentage.Zero), "Refuse and roll back", true, "Reason", "", true);
    }

    public static RolloutAsk Skip(RolloutSnapshot rollout)
    {
        var state = rollout.State;
        var next = state.Step + 1 < state.Plan.Steps.Count ? state.Plan.Steps[state.Step + 1].Share : Percentage.Whole;
        return new($"Skip the rest of step {state.Step + 1}?", "Its time, its requests and its gate are not waited for. The guardrails keep watching.",
            Changed(state.Plan, state.ChallengerShare, next), $"Go on to {next}", false, "Reason", "", false);
    }

    /// <param name="chosen">The index of the step; null before one was chosen.</param>
    public static RolloutAsk Jump(RolloutSnapshot rollout, string? chosen)
    {
        var state = rollout.State;
        var steps = state.Plan.Steps;
        var options = steps
            .Select((step, index) => new AskOption(Index(index), $"Step {index + 1}: {step.Share}, {DurationText.Span(step.Bake)}{(step.Gate ? ", gate" : "")}"))
            .Where(option => option.Value != Index(state.Step))
            .ToList();
        var value = options.Any(option => option.Value == chosen) ? chosen! : options[0].Value;
        var share = steps[StepOf(value)].Share;
        return new("Jump to another step?", share > state.ChallengerShare
                ? "It bakes from its beginning. More traffic needs guardrails that see, and see no breach."
                : "It bakes from its beginning. Going back is always possible.",
            Changed(state.Plan, state.ChallengerShare, share), $"Go to {share}", false, "Reason", "", false)
        { Choice = new("Step", options, value) };
    }

    /// <param name="chosen">In minutes; null before it was chosen.</param>
    public static RolloutAsk Extend(RolloutSnapshot rollout, string? chosen)
    {
        var soaks = rollout.State.CurrentStep is null;
        var value = chosen ?? "30";
        var text = Extensions.First(option => option.Value == value).Text;
        return new($"Extend the {(soaks ? "soak" : "bake")}?", "The shares stay as they are, and the guardrails keep watching. At most 14 days in all.", [], $"Extend by {text}", false, "Reason", "", false)
        { Choice = new("By", Extensions, value) };
    }

    public static RolloutAsk Restart(RolloutSnapshot rollout)
    {
        var state = rollout.State;
        return new("Start the steps over?", "The first step bakes from its beginning, and the others follow as planned.",
            Changed(state.Plan, state.ChallengerShare, state.Plan.Steps[0].Share), $"Back to {state.Plan.Steps[0].Share}", false, "Reason", "", false);
    }

    internal static int StepOf(string value) => int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);

    private static string Index(int index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
