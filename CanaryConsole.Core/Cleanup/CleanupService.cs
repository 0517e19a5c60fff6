using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Core.Cleanup;

internal sealed class CleanupService(ILeftovers leftovers, RolloutLedger ledger, IEventStore store, ILogger<CleanupService> logger) : ICleanup
{
    public async Task<IReadOnlyList<Leftover>> ListAsync(CancellationToken cancellationToken)
    {
        var all = await leftovers.ListAsync(cancellationToken).ConfigureAwait(false);
        var used = await leftovers.InUseAsync(cancellationToken).ConfigureAwait(false);
        var needed = await NeededAsync(cancellationToken).ConfigureAwait(false);
        return [.. all.Where(one => WhyKept(one.Kind, one.Name, used, needed) is null)];
    }

    public async Task<IReadOnlyList<CleanupOutcome>> DeleteAsync(IReadOnlyList<CleanupItem> items, string actor, CancellationToken cancellationToken)
    {
        var made = (await leftovers.ListAsync(cancellationToken).ConfigureAwait(false)).Select(one => new CleanupItem(one.Kind, one.Name)).ToHashSet();
        var outcomes = new List<CleanupOutcome>(items.Count);

        // Configurations first: a model that only they named is free then.
        foreach (var item in items.Distinct().OrderBy(item => item.Kind))
        {
            outcomes.Add(new CleanupOutcome(item.Kind, item.Name, made.Contains(item)
                ? await DeleteAsync(item, actor, cancellationToken).ConfigureAwait(false)
                : "it does not exist, or was not made by the console"));
        }

        return outcomes;
    }

    /// <summary>Null when it was deleted. Who uses it is asked again right before, since that may have changed since the list was made.</summary>
    private async Task<string?> DeleteAsync(CleanupItem item, string actor, CancellationToken cancellationToken)
    {
        try
        {
            var used = await leftovers.InUseAsync(cancellationToken).ConfigureAwait(false);
            var needed = await NeededAsync(cancellationToken).ConfigureAwait(false);
            if (WhyKept(item.Kind, item.Name, used, needed) is { } kept)
            {
                return kept;
            }

            await leftovers.DeleteAsync(item.Kind, item.Name, cancellationToken).ConfigureAwait(false);
            Log.Deleted(logger, item.Kind, item.Name, actor);
            return null;
        }
        catch (CloudException failure)
        {
            return failure.Message;
        }
    }

    private static string? WhyKept(LeftoverKind kind, string name, ResourcesInUse used, Dictionary<(LeftoverKind Kind, string Name), RolloutId> needed)
    {
        if ((kind is LeftoverKind.EndpointConfig ? used.Configs : used.Models).Contains(name))
        {
            return "an endpoint uses it";
        }

        return needed.TryGetValue((kind, name), out var rollout) ? $"rollout {rollout} is under way and may need it" : null;
    }

    /// <summary>What active rollouts go back to, or forward with; by the claims, since another console may lead them.</summary>
    private async Task<Dictionary<(LeftoverKind Kind, string Name), RolloutId>> NeededAsync(CancellationToken cancellationToken)
    {
        var needed = new Dictionary<(LeftoverKind Kind, string Name), RolloutId>();
        var claims = await store.ListClaimsAsync(RolloutLedger.ClaimOn(""), cancellationToken).ConfigureAwait(false);
        foreach (var id in claims.Values.Where(stream => stream.StartsWith(RolloutEventJson.StreamPrefix, StringComparison.Ordinal)).Select(RolloutLedger.IdOf))
        {
            if ((await ledger.ReadAsync(id, cancellationToken).ConfigureAwait(false))?.State is not { IsFinished: false } state)
            {
                continue;
            }

            var models = (state.Before?.Variants ?? []).Select(variant => variant.ModelName).Append(state.Plan.Challenger.ModelName).Append(state.Plan.ChampionModel ?? "");
            foreach (var model in models)
            {
                needed[(LeftoverKind.Model, model)] = id;
            }

            foreach (var config in (string[])[Reconciler.ConfigName(id), Reconciler.ConfigName(id, "without-champion"), Reconciler.ConfigName(id, "without-challenger"), state.Before?.ConfigName ?? ""])
            {
                needed[(LeftoverKind.EndpointConfig, config)] = id;
            }
        }

        return needed;
    }
}
