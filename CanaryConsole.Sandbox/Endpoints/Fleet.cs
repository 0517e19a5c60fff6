using CanaryConsole.Sandbox.Models;

namespace CanaryConsole.Sandbox.Endpoints;

/// <summary>The variants of one config and the instances behind them. An endpoint has one; while it is updated, a second starts beside it.</summary>
internal sealed record Fleet(EndpointConfig Config, IReadOnlyList<Variant> Variants, Variant? ShadowVariant = null)
{
    /// <summary>Where copies of this fleet's requests go; null without a shadow variant.</summary>
    public Shadow? Shadow => ShadowVariant is { } shadow && Variants.Sum(variant => (double)variant.CurrentWeight) is > 0 and var weight
        ? new Shadow(shadow, Math.Min(1, shadow.CurrentWeight / weight))
        : null;

    /// <summary>The variants of both kinds.</summary>
    public IEnumerable<Variant> All => ShadowVariant is null ? Variants : Variants.Append(ShadowVariant);

    /// <summary>The first variant whose container never answers its ping.</summary>
    public Variant? Broken => All.FirstOrDefault(variant => !variant.Model.AnswersPing);

    public bool HasContainers => All.Any(variant => variant.Model.RunsInContainers);

    /// <summary>Whether a container may still answer its first ping, its instances being there since the given time.</summary>
    public bool IsAwaited(DateTimeOffset since, DateTimeOffset now) =>
        All.Any(variant => variant.Model is { RunsInContainers: true, AnswersPing: false } && now < since + variant.StartupLimit);

    /// <summary>A fleet none of whose instances runs yet.</summary>
    public static Fleet Planned(EndpointConfig config, Named<Model> models) => new(
        config,
        [.. config.Variants.Select(variant => Variant.Planned(variant, models.Find(variant.ModelName!)))],
        config.ShadowVariant is { } shadow ? Variant.Planned(shadow, models.Find(shadow.ModelName!)) : null);

    public Fleet Settled() => Each(variant => variant.Settled());

    /// <summary>The fleet with a part of its instances running, and all of its traffic split as wanted among them.</summary>
    public Fleet AtCapacity(double part) => Each(variant => variant.AtCapacity(part));

    public Fleet Each(Func<Variant, Variant> change) =>
        this with { Variants = [.. Variants.Select(change)], ShadowVariant = ShadowVariant is null ? null : change(ShadowVariant) };
}
