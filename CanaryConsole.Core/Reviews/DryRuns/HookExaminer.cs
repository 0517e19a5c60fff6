using CanaryConsole.Core.Hooks;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Reviews;

/// <summary>Hooks may be called at all; whether they answer only a call would tell.</summary>
internal sealed class HookExaminer(HookRules rules) : IDryRunExaminer
{
    public IEnumerable<DryRunQuestion> Of(PreparedPlan prepared) => (prepared.Plan.Hooks ?? []).Select(hook =>
    {
        var name = $"Hook {hook.Name}";
        return new DryRunQuestion(name, _ => Task.FromResult<IReadOnlyList<DryRunCheck>>([rules.Problem(hook.Url) is { } problem
            ? new DryRunCheck(name, DryRunResult.Failed, $"It may not be called: {problem}.")
            : new DryRunCheck(name, DryRunResult.Passed, "Its host is allowed; it is not called before the rollout does.")]));
    });
}
