using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Finishes a managed plan with what only the cloud knows: exclusions, the team's alarms, the traffic; and lets the lint speak before anything is called.</summary>
internal sealed class ManagedPlanner(IManagedDeploymentControl deployments, IAlarmControl alarms, ISnapshotFeed<MonitorSnapshot> feed, TimeProvider clock)
{
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);

    /// <exception cref="PlanProblemException">Guardrails would not act, or an alarm would not do what it is for.</exception>
    /// <exception cref="CloudException">The cloud did not answer.</exception>
    public async Task<RolloutPlan> FinishAsync(RolloutPlan plan, EndpointDescription endpoint, CancellationToken cancellationToken)
    {
        if (plan.Managed is not { } managed)
        {
            return plan;
        }

        var facts = await deployments.FactsAsync(endpoint.Name, plan.Challenger.ModelName, plan.Surroundings?.PackageArn, cancellationToken).ConfigureAwait(false);
        ManagedExclusions.Refuse(plan, endpoint, facts);
        var theirs = managed.ExtraAlarms.Count > 0
            ? await alarms.DescribeAsync(managed.ExtraAlarms, cancellationToken).ConfigureAwait(false)
            : [];
        var sized = plan with { Managed = managed with { RequestsPerSecond = Rate(endpoint.Name, plan.ChampionVariant) } };
        var findings = GuardrailLint.Check(sized, endpoint, theirs);
        if (findings.FirstOrDefault(finding => finding.IsError) is { } error)
        {
            throw new PlanProblemException(RefusalKind.Invalid, error.Field, error.Reason);
        }

        return sized with { Managed = sized.Managed! with { Warnings = [.. findings.Select(finding => finding.Reason)] } };
    }

    /// <summary>What the variant was asked for in the last minutes; null when the monitor has seen nothing of them.</summary>
    private double? Rate(string endpoint, string variant)
    {
        var since = clock.GetUtcNow() - Recent;
        var windows = feed.Current.Endpoint(endpoint)?.History(variant)?.Windows.Where(window => window.Start >= since).ToList() ?? [];
        var seconds = windows.Sum(window => window.Period.TotalSeconds);
        return seconds > 0 ? Math.Round(windows.Sum(window => window.Requests) / seconds, 3) : null;
    }
}
