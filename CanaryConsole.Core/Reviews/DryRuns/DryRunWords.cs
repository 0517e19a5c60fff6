using CanaryConsole.Core.Readiness;

namespace CanaryConsole.Core.Reviews;

/// <summary>What was found out, as a dry run tells it. Pure.</summary>
internal static class DryRunWords
{
    public static string Unknown(Exception failure) => failure is CloudException { Failure: CloudFailure.AccessDenied }
        ? $"The console may not look: {failure.Message} Give its role the permission, or look yourself."
        : failure.Message;

    public static DryRunCheck Of(ReadinessCheck check) => new(
        check.Name,
        check.Result switch
        {
            ReadinessResult.Passed => DryRunResult.Passed,
            ReadinessResult.Failed => DryRunResult.Failed,
            // What nothing can ever be known about is no reason to stay; it is said.
            ReadinessResult.Unknown => check.Holds ? DryRunResult.Unknown : DryRunResult.Warned,
        },
        check.Why is { } why ? Sentence(why) : null);

    private static string Sentence(string clause) => $"{char.ToUpperInvariant(clause[0])}{clause[1..].TrimEnd('.')}.";
}
