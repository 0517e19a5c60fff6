using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.ApplicationAutoScaling.Model;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;
using ScalingPolicy = CanaryConsole.Core.Endpoints.ScalingPolicy;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Scaling of variants' instance counts by Application Auto Scaling.</summary>
internal sealed class AutoScalingControl(IAmazonApplicationAutoScaling scaling) : IScalingControl
{
    private const int MostVariants = 50;
    private const int MostPolicies = 50;

    public async Task<IReadOnlyList<VariantScaling>> ReadAsync(string endpoint, IReadOnlyList<string> variants, CancellationToken cancellationToken)
    {
        if (variants.Count == 0)
        {
            return [];
        }

        var request = new DescribeScalableTargetsRequest
        {
            ServiceNamespace = ServiceNamespace.Sagemaker,
            ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
            ResourceIds = [.. variants.Take(MostVariants).Select(variant => Resource(endpoint, variant))],
        };
        var found = Paginator.ItemsAsync(
            (token, stop) =>
            {
                request.NextToken = token;
                return scaling.DescribeScalableTargetsAsync(request, stop);
            },
            page => page.ScalableTargets,
            cancellationToken: cancellationToken);
        var targets = await CloudCall.RunAsync("DescribeScalableTargets", Named(endpoint), () => found.FirstAsync(MostVariants), cancellationToken).ConfigureAwait(false);
        var read = new List<VariantScaling>(targets.Count);
        foreach (var target in targets)
        {
            read.Add(ScalingTranslation.Scaling(target, await PoliciesAsync(target.ResourceId ?? "", cancellationToken).ConfigureAwait(false)));
        }

        return [.. read.OrderBy(one => one.Variant, StringComparer.Ordinal)];
    }

    public async Task PutAsync(string endpoint, VariantScaling wanted, CancellationToken cancellationToken)
    {
        var standing = await ReadAsync(endpoint, [wanted.Variant], cancellationToken).ConfigureAwait(false) is [var one] ? one : null;
        if (wanted.IsSameAs(standing))
        {
            return;
        }

        var resource = Resource(endpoint, wanted.Variant);

        // Bounds that are given anew are met at once by a change of the count: those that stand are left out.
        var bounds = standing?.Minimum != wanted.Minimum || standing.Maximum != wanted.Maximum;
        await CallAsync("RegisterScalableTarget", resource, () => scaling.RegisterScalableTargetAsync(
            new RegisterScalableTargetRequest
            {
                ServiceNamespace = ServiceNamespace.Sagemaker,
                ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
                ResourceId = resource,
                MinCapacity = bounds ? wanted.Minimum : null,
                MaxCapacity = bounds ? wanted.Maximum : null,
                SuspendedState = ScalingTranslation.Suspended(wanted.Suspended),
            },
            cancellationToken), cancellationToken).ConfigureAwait(false);
        foreach (var policy in wanted.Policies.Except(standing?.Policies ?? []))
        {
            await CallAsync("PutScalingPolicy", resource, () => scaling.PutScalingPolicyAsync(ScalingTranslation.Put(resource, policy), cancellationToken), cancellationToken)
                .ConfigureAwait(false);
        }

        await DeleteAsync(resource, (standing?.Policies ?? []).Select(policy => policy.Name).Except(wanted.Policies.Select(policy => policy.Name)), cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task RemoveAsync(string endpoint, string variant, CancellationToken cancellationToken)
    {
        var resource = Resource(endpoint, variant);
        if (await ReadAsync(endpoint, [variant], cancellationToken).ConfigureAwait(false) is not [var standing])
        {
            return;
        }

        await DeleteAsync(resource, standing.Policies.Select(policy => policy.Name), cancellationToken).ConfigureAwait(false);
        await CloudCall.FindAsync("DeregisterScalableTarget", $"\"{resource}\"", () => scaling.DeregisterScalableTargetAsync(
            new DeregisterScalableTargetRequest
            {
                ServiceNamespace = ServiceNamespace.Sagemaker,
                ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
                ResourceId = resource,
            },
            cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public VariantScaling Tracking(string endpoint, string variant, ChallengerScaling scaling) => TrackingPolicy.Of(endpoint, variant, scaling);

    public VariantScaling MovedTo(VariantScaling scaling, string variant) => scaling with
    {
        Variant = variant,
        Policies = [.. scaling.Policies.Select(policy => policy with { Definition = ScalingTranslation.Retargeted(policy.Definition, scaling.Variant, variant) })],
    };

    private async Task<List<ScalingPolicy>> PoliciesAsync(string resource, CancellationToken cancellationToken)
    {
        var found = Paginator.ItemsAsync(
            (token, stop) => scaling.DescribeScalingPoliciesAsync(
                new DescribeScalingPoliciesRequest
                {
                    ServiceNamespace = ServiceNamespace.Sagemaker,
                    ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
                    ResourceId = resource,
                    NextToken = token,
                },
                stop),
            page => page.ScalingPolicies,
            cancellationToken: cancellationToken);
        var policies = await CloudCall.RunAsync("DescribeScalingPolicies", $"\"{resource}\"", () => found.FirstAsync(MostPolicies), cancellationToken).ConfigureAwait(false);
        return [.. policies.Select(ScalingTranslation.Policy).OrderBy(policy => policy.Name, StringComparer.Ordinal)];
    }

    private async Task DeleteAsync(string resource, IEnumerable<string> policies, CancellationToken cancellationToken)
    {
        foreach (var policy in policies.ToList())
        {
            await CloudCall.FindAsync("DeleteScalingPolicy", $"policy \"{policy}\" of \"{resource}\"", () => scaling.DeleteScalingPolicyAsync(
                new DeleteScalingPolicyRequest
                {
                    ServiceNamespace = ServiceNamespace.Sagemaker,
                    ScalableDimension = ScalableDimension.SagemakerVariantDesiredInstanceCount,
                    ResourceId = resource,
                    PolicyName = policy,
                },
                cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    private static Task<T> CallAsync<T>(string operation, string resource, Func<Task<T>> call, CancellationToken cancellationToken) =>
        CloudCall.RunAsync(operation, $"\"{resource}\"", call, cancellationToken);

    private static string Resource(string endpoint, string variant) => $"endpoint/{endpoint}/variant/{variant}";

    private static string Named(string endpoint) => $"endpoint \"{endpoint}\"";
}
