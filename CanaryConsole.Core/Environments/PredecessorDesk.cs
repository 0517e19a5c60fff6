using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Serving;

namespace CanaryConsole.Core.Environments;

/// <summary>Reads what served on the endpoints of the environment before, and holds it to the rule.</summary>
internal sealed class PredecessorDesk(IEnvironmentDirectory directory, IEndpointControl control, IServingHistory history, IRolloutRecords rollouts, TimeProvider clock) : IPredecessorDesk
{
    private const int MostEndpoints = 50;
    private const int MostRollouts = 200;

    /// <summary>What served longer ago says nothing of the world of today.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    public async Task<PredecessorFinding?> LookAsync(DeploymentEnvironment environment, string? group, int? version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (environment.Predecessor is not { } rule)
        {
            return null;
        }

        if (group is null || version is not { } number)
        {
            return new PredecessorFinding(null, PredecessorWords.NoPackage(environment, rule));
        }

        var package = $"{group} v{number}";
        var listed = await control.ListAsync(cancellationToken).ConfigureAwait(false);
        var names = listed.Select(listing => listing.Name).Where(name => directory.Of(name)?.Name == rule.Environment).Take(MostEndpoints).ToList();
        if (names.Count == 0)
        {
            return new PredecessorFinding(null, PredecessorWords.NoEndpoint(environment, rule, package));
        }

        var (served, breach) = (new List<(string Endpoint, ServedStretch Stretch)>(), (PackageBreach?)null);
        var now = clock.GetUtcNow();
        foreach (var name in names)
        {
            var span = await history.OverAsync(name, now - rule.For - Memory, now, cancellationToken).ConfigureAwait(false);
            served.AddRange(ServedStretch.Of(span, group, number).Select(stretch => (name, stretch)));
            breach = Newer(breach, await BreachAsync(name, group, number, cancellationToken).ConfigureAwait(false));
        }

        return Judge(environment, rule, package, served, breach);
    }

    private static PredecessorFinding Judge(
        DeploymentEnvironment environment, PredecessorRule rule, string package, List<(string Endpoint, ServedStretch Stretch)> served, PackageBreach? breach)
    {
        var (endpoint, best) = served
            .Select(one => (one.Endpoint, Stretch: one.Stretch.After(breach?.At)))
            .Where(one => one.Stretch is not null)
            .OrderByDescending(one => one.Stretch!.Length)
            .FirstOrDefault();
        if (best is null)
        {
            return new PredecessorFinding(null, PredecessorWords.Never(environment, rule, package, breach));
        }

        // Time counts anew after a breach, so there is none in what is left.
        var evidence = new ServedEvidence(rule.Environment, endpoint, best.From, best.To, rule.For, Breaches: 0, best.Rollout);
        return new PredecessorFinding(evidence, best.Length >= rule.For ? null : PredecessorWords.TooShort(environment, rule, package, evidence, best.Ended, breach));
    }

    private async Task<PackageBreach?> BreachAsync(string endpoint, string group, int version, CancellationToken cancellationToken)
    {
        PackageBreach? newest = null;
        foreach (var state in await rollouts.ListAsync(endpoint, MostRollouts, cancellationToken).ConfigureAwait(false))
        {
            if (state.Plan.Challenger is { } challenger && challenger.PackageGroup == group && challenger.PackageVersion == version
                && await rollouts.FindAsync(state.Id, cancellationToken).ConfigureAwait(false) is { } record)
            {
                newest = Newer(newest, PackageBreach.Newest(record));
            }
        }

        return newest;
    }

    private static PackageBreach? Newer(PackageBreach? one, PackageBreach? other) => one is null || other?.At > one.At ? other ?? one : one;
}
