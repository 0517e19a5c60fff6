using System.Globalization;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Endpoints;

/// <summary>Weights by hand: the intent is recorded, then the cloud is asked, then the monitor looks until they are read back.</summary>
internal sealed class WeightService(IEndpointControl endpoints, IEventStore store, EndpointLog log, MonitorNudge nudge, TimeProvider clock) : IWeightService
{
    private const double Tolerance = 0.001;

    public async Task<WeightResult> SetAsync(string endpoint, IReadOnlyDictionary<string, double> shares, string actor, CancellationToken cancellationToken)
    {
        try
        {
            var description = await endpoints.DescribeAsync(endpoint, cancellationToken).ConfigureAwait(false);
            if (Check(description, shares) is { } problem)
            {
                return problem;
            }

            var claims = await store.ListClaimsAsync(RolloutLedger.ClaimOn(endpoint), cancellationToken).ConfigureAwait(false);
            if (claims.TryGetValue(RolloutLedger.ClaimOn(endpoint), out var holder))
            {
                return Refuse(RefusalKind.Conflict, null, $"Rollout {RolloutLedger.IdOf(holder)} moves the traffic of {endpoint}; change its share there, or end it first.");
            }

            return await ChangeAsync(description, shares, actor, cancellationToken).ConfigureAwait(false);
        }
        catch (CloudException failure)
        {
            return Refuse(Kind(failure.Failure), failure.Failure is CloudFailure.NotFound ? "endpoint" : null, failure.Message);
        }
        catch (StoreException failure)
        {
            return Refuse(RefusalKind.Unavailable, null, failure.Message);
        }
    }

    private async Task<WeightResult> ChangeAsync(
        EndpointDescription description, IReadOnlyDictionary<string, double> shares, string actor, CancellationToken cancellationToken)
    {
        var before = description.Variants.Select(variant => new VariantWeight(variant.Name, variant.CurrentWeight)).ToList();
        var requested = description.Variants.Select(variant => new VariantWeight(variant.Name, Math.Round(shares[variant.Name], 6))).ToList();
        var models = description.Variants.ToDictionary(variant => variant.Name, variant => variant.ModelName, StringComparer.Ordinal);
        await RecordAsync(description.Name, actor, new EndpointEvent.WeightsRequested(before, requested, models), cancellationToken).ConfigureAwait(false);
        try
        {
            await endpoints.SetWeightsAsync(description.Name, requested, cancellationToken).ConfigureAwait(false);
        }
        catch (CloudException failure)
        {
            await RecordAsync(description.Name, actor, new EndpointEvent.WeightsRefused(requested, failure.Message), cancellationToken).ConfigureAwait(false);
            throw;
        }

        nudge.Look(description.Name);
        return new WeightResult.Accepted(before, requested);
    }

    private Task RecordAsync(string endpoint, string actor, EndpointEvent happened, CancellationToken cancellationToken) =>
        log.AppendAsync(endpoint, happened, clock.GetUtcNow(), actor, cancellationToken);

    private static WeightResult.Refused? Check(EndpointDescription description, IReadOnlyDictionary<string, double> shares)
    {
        foreach (var (variant, share) in shares)
        {
            if (description.Variant(variant) is null)
            {
                return Refuse(RefusalKind.Invalid, $"weights.{variant}", $"Endpoint {description.Name} has no variant \"{variant}\"; it has {string.Join(", ", description.Variants.Select(one => one.Name))}.");
            }

            if (share is not (>= 0 and <= 1))
            {
                return Refuse(RefusalKind.Invalid, $"weights.{variant}", string.Create(CultureInfo.InvariantCulture, $"weights.{variant} is {share}; it must be between 0 and 1."));
            }
        }

        if (description.Variants.FirstOrDefault(variant => !shares.ContainsKey(variant.Name)) is { } missing)
        {
            return Refuse(RefusalKind.Invalid, $"weights.{missing.Name}", $"weights.{missing.Name} is missing; give every variant its share.");
        }

        var sum = shares.Values.Sum();
        if (Math.Abs(sum - 1) > Tolerance)
        {
            return Refuse(RefusalKind.Invalid, "weights", string.Create(CultureInfo.InvariantCulture, $"weights add up to {sum:0.####}; they must add up to 1."));
        }

        return description.Status is EndpointStatus.InService
            ? null
            : Refuse(RefusalKind.Conflict, "endpoint", $"Endpoint {description.Name} is {description.Status}; weights can be changed once it is in service.");
    }

    private static WeightResult.Refused Refuse(RefusalKind kind, string? field, string reason) => new(kind, field, reason);

    private static RefusalKind Kind(CloudFailure failure) => failure switch
    {
        CloudFailure.NotFound => RefusalKind.NotFound,
        CloudFailure.Invalid => RefusalKind.Invalid,
        CloudFailure.Busy => RefusalKind.Conflict,
        CloudFailure.Throttled or CloudFailure.AccessDenied or CloudFailure.Unavailable => RefusalKind.Unavailable,
    };
}
