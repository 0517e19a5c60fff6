using System.Diagnostics.CodeAnalysis;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Scaling;

/// <summary>The scalable targets, their policies, and what was done for them.</summary>
internal sealed class ScalingCatalog
{
    private const int MaximumTargets = 500;
    private const int MaximumPolicies = 50;
    private const int MaximumActivities = 1000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(42);

    private readonly SortedDictionary<string, ScalableVariant> _targets = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string ResourceId, string Name), TargetTrackingPolicy> _policies = [];
    private readonly LinkedList<Activity> _activities = new();
    private int _begun;

    public IReadOnlyCollection<ScalableVariant> Targets => _targets.Values;

    public IReadOnlyCollection<TargetTrackingPolicy> Policies => _policies.Values;

    /// <summary>Newest first.</summary>
    public IEnumerable<Activity> Activities => _activities;

    public bool TryFind(string resourceId, [NotNullWhen(true)] out ScalableVariant? target) => _targets.TryGetValue(resourceId, out target);

    public IReadOnlyList<TargetTrackingPolicy> PoliciesOf(ScalableVariant target) => [.. _policies.Values.Where(policy => policy.Variant.ResourceId == target.ResourceId)];

    public void Put(ScalableVariant target)
    {
        if (!_targets.ContainsKey(target.ResourceId) && _targets.Count >= MaximumTargets)
        {
            throw new AwsErrorException("LimitExceededException", $"The maximum number of {MaximumTargets} scalable targets is reached.");
        }

        _targets[target.ResourceId] = target;
    }

    public void Put(TargetTrackingPolicy policy)
    {
        if (!_policies.ContainsKey((policy.Variant.ResourceId, policy.Name)) && PoliciesOf(policy.Variant).Count >= MaximumPolicies)
        {
            throw new AwsErrorException("LimitExceededException", $"The maximum number of {MaximumPolicies} scaling policies per scalable target is reached.");
        }

        _policies[(policy.Variant.ResourceId, policy.Name)] = policy;
    }

    public bool TryFind(string resourceId, string policyName, [NotNullWhen(true)] out TargetTrackingPolicy? policy) =>
        _policies.TryGetValue((resourceId, policyName), out policy);

    public void Remove(TargetTrackingPolicy policy) => _policies.Remove((policy.Variant.ResourceId, policy.Name));

    /// <summary>A target goes with its policies; the alarms of those are the caller's to remove.</summary>
    public void Remove(ScalableVariant target)
    {
        foreach (var policy in PoliciesOf(target))
        {
            Remove(policy);
        }

        _targets.Remove(target.ResourceId);
    }

    public Activity Begin(ScalableVariant target, int from, int to, string cause, DateTimeOffset now)
    {
        var activity = new Activity(StableId.Of($"activity {++_begun} {target.ResourceId}").ToString(), target, from, to, cause, now);
        _activities.AddFirst(activity);
        while (_activities.Count > MaximumActivities || (_activities.Last is { } oldest && now - oldest.Value.StartedAt > Kept))
        {
            _activities.RemoveLast();
        }

        return activity;
    }

    public void Replace(Activity before, Activity after)
    {
        if (_activities.Find(before) is { } node)
        {
            node.Value = after;
        }
    }
}
