using System.Globalization;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Environments;

/// <summary>What a package lacks before it may go further. Pure.</summary>
internal static class PredecessorWords
{
    public static string NoPackage(DeploymentEnvironment environment, PredecessorRule rule) =>
        $"{Asks(environment, rule)}; only a version of the registry can show that, and this model was made of none.";

    public static string NoEndpoint(DeploymentEnvironment environment, PredecessorRule rule, string package) =>
        $"{Asks(environment, rule)}; there is no endpoint of {rule.Environment}, so {package} cannot have served there.";

    public static string Never(DeploymentEnvironment environment, PredecessorRule rule, string package, PackageBreach? breach) => breach is null
        ? $"{Asks(environment, rule)}; {package} has not served there."
        : $"{Asks(environment, rule)}; {package} has not served there since {Clock(breach.At)}, when a guard acted against it ({Journal.Trimmed(breach.Why)}).";

    public static string TooShort(DeploymentEnvironment environment, PredecessorRule rule, string package, ServedEvidence evidence, bool ended, PackageBreach? breach)
    {
        var since = breach is null ? "" : $" since {Clock(breach.At)}, when a guard acted against it ({Journal.Trimmed(breach.Why)})";
        var missing = rule.For - evidence.Served;
        return ended
            ? $"{Asks(environment, rule)}; {package} served on {evidence.Endpoint} for {Lasting(evidence.Served)}{since}, until {Clock(evidence.To)}: {Lasting(missing)} too short."
            : $"{Asks(environment, rule)}; {package} has served on {evidence.Endpoint} for {Lasting(evidence.Served)}{since}: {Lasting(missing)} are missing.";
    }

    /// <summary>The rule as a clause.</summary>
    public static string Asks(DeploymentEnvironment environment, PredecessorRule rule) => $"{environment.Name} asks for {Lasting(rule.For)} in {rule.Environment} first, in one go and without a breach";

    // A second of a day must not round to "0 s are missing": what is begun counts as whole.
    private static string Lasting(TimeSpan span) => Journal.Lasting(TimeSpan.FromSeconds(Math.Ceiling(span.TotalSeconds)));

    private static string Clock(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
}
