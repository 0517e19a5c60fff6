using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Templates;

/// <summary>A template's plan with what one use says for itself. Pure.</summary>
internal static class TemplateFilling
{
    public static RolloutRequest Fill(RolloutRequest plan, TemplateUse use)
    {
        var filled = plan with
        {
            Endpoint = Given(use.Endpoint) ?? plan.Endpoint,
            ChampionVariant = Given(use.ChampionVariant) ?? plan.ChampionVariant,
            ChallengerVariant = Given(use.ChallengerVariant) ?? plan.ChallengerVariant,
        };

        // A model and a package are two ways to name one thing: whichever the use names, the other of the template does not stand beside it.
        return (Given(use.ModelName), Given(use.PackageGroup), use.PackageVersion) switch
        {
            (null, null, null) => filled,
            (null, null, { } version) => filled with { ModelName = null, PackageVersion = version },
            (var model, var group, var version) => filled with { ModelName = model, PackageGroup = group, PackageVersion = version },
        };
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
