using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Reviews;

/// <summary>One thing that a dry run asks for, by calls that read only.</summary>
/// <param name="Name">How the check is called where no answer comes.</param>
/// <param name="AskAsync">The answers; a <see cref="CloudException"/> is an answer nobody knows.</param>
internal sealed record DryRunQuestion(string Name, Func<CancellationToken, Task<IReadOnlyList<DryRunCheck>>> AskAsync);

/// <summary>Knows what of one kind a plan needs.</summary>
internal interface IDryRunExaminer
{
    IEnumerable<DryRunQuestion> Of(PreparedPlan prepared);
}
