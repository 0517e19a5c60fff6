using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Reviews;

/// <summary>Whether the console may do what the plan's changes will take, by the cloud's own simulation of its policies.</summary>
/// <param name="probes">None where nobody can be asked.</param>
internal sealed class PermissionExaminer(ReviewGrounds grounds, IScalingControl scaling, IEnumerable<IPermissionProbe> probes) : IDryRunExaminer
{
    private const string Simulation = "iam:SimulatePrincipalPolicy";

    public IEnumerable<DryRunQuestion> Of(PreparedPlan prepared) => probes.FirstOrDefault() is { } probe
        ? [new DryRunQuestion("Permissions", stop => AskAsync(prepared, probe, stop))]
        : [];

    private async Task<IReadOnlyList<DryRunCheck>> AskAsync(PreparedPlan prepared, IPermissionProbe probe, CancellationToken cancellationToken)
    {
        var ground = await grounds.GatherAsync(prepared, cancellationToken).ConfigureAwait(false);
        var questions = PlanPermissions.Of(PlannedChanges.Of(ground, scaling), prepared.Endpoint.Arn);
        try
        {
            var report = await probe.AskAsync(questions, cancellationToken).ConfigureAwait(false);
            return [.. questions.GroupBy(question => question.Action, StringComparer.Ordinal).Select(action => Check(action.Key, action, report))];
        }
        catch (CloudException failure) when (failure.Failure is CloudFailure.AccessDenied or CloudFailure.Invalid)
        {
            var actions = string.Join(", ", questions.Select(question => question.Action).Distinct(StringComparer.Ordinal));
            return [new DryRunCheck(
                "Permissions",
                DryRunResult.Unknown,
                $"IAM did not simulate the console's policies: {failure.Message.TrimEnd('.')}. Allow the console {Simulation} on its own role, or see to it yourself that it may call {actions}.")];
        }
    }

    private static DryRunCheck Check(string action, IEnumerable<PermissionQuestion> questions, PermissionReport report)
    {
        var denied = questions.Where(report.Denied.Contains).Select(question => question.Resource).ToList();
        return denied.Count == 0
            ? new DryRunCheck($"May call {action}", DryRunResult.Passed, null)
            : new DryRunCheck($"May call {action}", DryRunResult.Failed, $"{report.Principal} may not, on {string.Join(", ", denied)}: allow {action} there in its policy.");
    }
}
