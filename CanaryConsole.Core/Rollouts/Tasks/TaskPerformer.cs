using System.Diagnostics;

namespace CanaryConsole.Core.Rollouts.Tasks;

/// <summary>Has a task done and reports what came of it. A failure is a report too: the other tasks go on.</summary>
internal sealed class TaskPerformer(IEnumerable<ITaskWork> works, TimeProvider clock) : IActionPerformer
{
    public Task<Performed>? Perform(RolloutState state, RolloutAction action, CancellationToken cancellationToken) =>
        action is RolloutAction.TaskAction.Perform perform ? PerformAsync(perform.Task, state, cancellationToken) : null;

    private async Task<Performed> PerformAsync(RolloutTask task, RolloutState state, CancellationToken cancellationToken)
    {
        try
        {
            var doing = works.Select(work => work.Do(task, state, cancellationToken)).FirstOrDefault(done => done is not null)
                ?? throw new UnreachableException($"Nobody does {task}.");
            var outcome = await doing.ConfigureAwait(false);
            return outcome.Note is null && outcome.Picture is null
                ? new Performed(outcome.LookStands)
                : new Performed(outcome.LookStands, new RolloutInput.TaskInput.ReportTaskDone(clock.GetUtcNow(), task, outcome.Note, outcome.Picture));
        }
        catch (Exception failure) when (failure is CloudException or Storage.StoreException)
        {
            return new Performed(LookStands: true, new RolloutInput.TaskInput.ReportTaskFailed(clock.GetUtcNow(), task, failure.Message));
        }
    }
}
