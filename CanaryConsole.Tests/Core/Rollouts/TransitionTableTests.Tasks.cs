using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

public partial class TransitionTableTests
{
    private static Dictionary<string, Func<RolloutState, RolloutInput>> TaskInputs => new()
    {
        ["task done"] = state => new RolloutInput.TaskInput.ReportTaskDone(Soon(state), RolloutTask.RemoveChallenger, "it is off the endpoint"),
        ["task failed"] = state => new RolloutInput.TaskInput.ReportTaskFailed(Soon(state), RolloutTask.RemoveChallenger, "access denied"),
        ["another task done"] = state => new RolloutInput.TaskInput.ReportTaskDone(Soon(state), RolloutTask.TagLineage, "tagged"),
        ["leave the rest"] = state => new RolloutInput.TaskInput.LeaveRest(Soon(state), "ann", "the endpoint is to go"),
    };
}
