namespace CanaryConsole.Core.Templates;

/// <summary>What one use of a template says for itself; everything else is the template's.</summary>
public sealed record TemplateUse
{
    /// <summary>Required when the template leaves it open.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The model to bring in, instead of the template's model or package.</summary>
    public string? ModelName { get; init; }

    /// <summary>With <see cref="PackageVersion"/>, instead of the template's model or package; alone it keeps the template's version out.</summary>
    public string? PackageGroup { get; init; }

    /// <summary>Alone it is another version of the template's group.</summary>
    public int? PackageVersion { get; init; }

    public string? ChampionVariant { get; init; }

    public string? ChallengerVariant { get; init; }
}
