namespace CanaryConsole.Core.Rollouts;

/// <summary>The share after the current one.</summary>
internal static class NextShare
{
    /// <summary>The next step, or everything once the steps are through.</summary>
    public static RolloutEvent After(RolloutState state, string why)
    {
        var next = state.Step + 1;
        if (next == 0 && state.Shadow?.Evidence is { } shown)
        {
            why = $"{why}; the shadow had shown {ShadowJournal.Shown(shown)}";
        }

        return next < state.Plan.Steps.Count
            ? new RolloutEvent.StepStarted(next, state.Plan.Steps[next].Share, why)
            : new RolloutEvent.PromotionStarted(why);
    }
}
