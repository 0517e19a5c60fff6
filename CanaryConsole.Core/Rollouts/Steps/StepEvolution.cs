namespace CanaryConsole.Core.Rollouts;

/// <summary>Folds the events of a hand on the steps. Most only say why: the intent that follows each is what changes the state.</summary>
internal static class StepEvolution
{
    public static RolloutState Apply(RolloutState state, RolloutEvent.StepEvent happened) => happened switch
    {
        RolloutEvent.StepEvent.BakeExtended extended => state with { Extension = state.Extension + extended.By, HoldTopic = null, HoldMissing = null },
        RolloutEvent.StepEvent.HoldLifted { NotCounted: { } stood } => state with { HoldTopic = null, HoldMissing = null, BakeStart = state.BakeStart + stood, Paged = false },
        RolloutEvent.StepEvent.HoldLifted => state with { HoldTopic = null, HoldMissing = null },
        _ => state,
    };
}
