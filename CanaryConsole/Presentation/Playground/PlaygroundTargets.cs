using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation.Playground;

/// <summary>Whom a request can be sent to.</summary>
/// <param name="Champion">The left of a pair; null where there are no two.</param>
/// <param name="Note">What cannot be asked here, and why; null where nothing is missing.</param>
public sealed record PlaygroundTargets(IReadOnlyList<PlaygroundTarget> Variants, string? Champion, string? Challenger, string? Note)
{
    public static PlaygroundTargets None { get; } = new([], null, null, null);

    public bool HasPair => Champion is not null && Challenger is not null;

    public static PlaygroundTargets Of(EndpointSnapshot endpoint, RolloutState? rollout)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var described = endpoint.Description;
        var byShare = described.Variants.OrderByDescending(variant => variant.CurrentWeight).Select(variant => variant.Name).ToList();
        var champion = rollout is not null && described.Variant(rollout.Plan.ChampionVariant) is { } serving ? serving.Name : byShare.FirstOrDefault();
        var challenger = rollout is not null && described.Variant(rollout.Plan.Challenger.VariantName) is { } coming ? coming.Name : byShare.FirstOrDefault(name => name != champion);
        return new PlaygroundTargets(
            [.. described.Variants.Select(variant => new PlaygroundTarget(variant.Name, ModelVersion.Short(variant.ModelName), ShareText.Of(described.ShareOf(variant.Name))))],
            champion == challenger ? null : champion,
            champion == challenger ? null : challenger,
            (described.ShadowVariants, rollout?.Plan.Managed) switch
            {
                ({ Count: > 0 } shadows, _) => $"{shadows[0].Name} is a shadow variant: SageMaker lets nobody ask one by name, it only gets copies.",
                (_, not null) => "SageMaker is exchanging the fleet: old and new instances have one variant name, so neither can be asked alone.",
                _ => null,
            });
    }

    /// <summary>The variants that a choice names; none when the weights choose.</summary>
    public IReadOnlyList<string> Names(string target) => target switch
    {
        PlaygroundDraft.ByWeights => [],
        PlaygroundDraft.SideBySide => HasPair ? [Champion!, Challenger!] : [],
        _ => [target],
    };
}

/// <param name="Share">Of the traffic, as in "80 %".</param>
public sealed record PlaygroundTarget(string Name, string Model, string Share);
