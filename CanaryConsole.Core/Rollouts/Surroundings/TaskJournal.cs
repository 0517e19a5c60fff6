using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What surrounds the traffic, told to people.</summary>
internal static class TaskJournal
{
    public static string Sentence(RolloutEvent.TaskEvent happened, RolloutPlan plan) => happened switch
    {
        RolloutEvent.TaskEvent.RestorationStarted { Ending: RolloutPhase.Completed } =>
            $"The new champion of {plan.Endpoint} is {(plan.Managed is null ? plan.Challenger.VariantName : plan.Challenger.ModelName)}; what the rollout changed around the traffic is settled now.",
        RolloutEvent.TaskEvent.RestorationStarted started =>
            $"{(started.Reason is null ? "" : $"Cancelled: {Journal.Trimmed(started.Reason)}. ")}Putting back what the rollout changed around the traffic of {plan.Endpoint}.",
        RolloutEvent.TaskEvent.TaskStarted { Task: RolloutTask.RaiseChampion } started =>
            $"Giving {plan.ChampionVariant} its instances back before it gets the traffic{Again(started.Attempt)}.",
        RolloutEvent.TaskEvent.TaskStarted started => $"{TaskNames.Of(started.Task)}: begun{Again(started.Attempt)}.",
        RolloutEvent.TaskEvent.TaskDone done => $"{TaskNames.Of(done.Task)}: {(done.Note is null ? "done" : Journal.Trimmed(done.Note))}.",
        RolloutEvent.TaskEvent.TaskFailed failed => $"{TaskNames.Of(failed.Task)}: attempt {failed.Attempt} failed. {Journal.Trimmed(failed.Problem)}.",
        RolloutEvent.TaskEvent.PictureTaken taken =>
            $"{TaskNames.Of(taken.Task)}: configuration {taken.Picture.ConfigName}, {Journal.Count(taken.Picture.Variants.Count, "variant")}, {Journal.Count(taken.Picture.Scaling.Count, "scaled variant")}, {Journal.Count(taken.Picture.Tags.Count, "tag")}.",
        RolloutEvent.TaskEvent.ChampionPinned pinned => pinned.Instances < pinned.Planned
            ? $"Pinned {plan.ChampionVariant} at {Journal.Count(pinned.Instances, "instance")}; it had {pinned.Planned} when this was planned."
            : $"Pinned {plan.ChampionVariant} at {Journal.Count(pinned.Instances, "instance")}.",
        RolloutEvent.TaskEvent.TrafficReturned returned when plan.Managed is { } managed =>
            $"All traffic is back on the old fleet: {plan.Endpoint} was read back in service with configuration {managed.OldConfig}, {Journal.Lasting(returned.Took)} after the decision.",
        RolloutEvent.TaskEvent.TrafficReturned returned =>
            $"All traffic is back on {plan.ChampionVariant}: {plan.Challenger.VariantName} was read back at weight 0, {Journal.Lasting(returned.Took)} after the decision.",
        RolloutEvent.TaskEvent.RestLeft left => left.Remaining.Count == 0
            ? $"Ended by hand: {Journal.Trimmed(left.Reason)}."
            : $"Left as it is: {string.Join(", ", left.Remaining.Select(TaskNames.Of))}. {Journal.Trimmed(left.Reason)}.",
        _ => throw new UnreachableException(),
    };

    private static string Again(int attempt) => attempt > 1 ? $", attempt {attempt}" : "";
}
