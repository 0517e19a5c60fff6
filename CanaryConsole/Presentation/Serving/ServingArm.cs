using CanaryConsole.Core;
using CanaryConsole.Core.Serving;

namespace CanaryConsole.Presentation.Serving;

/// <summary>One variant that served, as the page tells it.</summary>
/// <param name="Version">"v8" where the model or its package says; else the model's name, or that it is not known.</param>
/// <param name="Package">"media-ranker v8"; null where no event says.</param>
public sealed record ServingArm(string Variant, string Version, string? Model, string? Package, Percentage Share, ArmRole Role)
{
    internal static ServingArm Of(ServedVariant served, ArmRole role) => new(
        served.Variant,
        served switch
        {
            { PackageVersion: { } version } => FormattableString.Invariant($"v{version}"),
            { Model: { } model } => ModelVersion.Short(model),
            _ => "model not recorded",
        },
        served.Model,
        served is { PackageGroup: { } group, PackageVersion: { } number } ? FormattableString.Invariant($"{group} v{number}") : null,
        served.Share,
        role);
}

/// <summary>Colours for the variants of a span: the one seen first is drawn as the champion, the next as the challenger.</summary>
internal sealed class ServingRoles
{
    private readonly List<string> _seen = [];

    public ServingRoles(IEnumerable<ServingChange?> changes)
    {
        foreach (var variant in changes.OfType<ServingChange>().SelectMany(change => change.Variants).Select(served => served.Variant))
        {
            if (!_seen.Contains(variant))
            {
                _seen.Add(variant);
            }
        }
    }

    public ArmRole this[string variant] => _seen.IndexOf(variant) switch
    {
        0 => ArmRole.Champion,
        1 => ArmRole.Challenger,
        _ => ArmRole.Other,
    };

    public IReadOnlyList<ServingArm> Arms(IReadOnlyList<ServedVariant> served) => [.. served.Select(one => ServingArm.Of(one, this[one.Variant]))];
}
