using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation.Guards;

/// <summary>The two tests, as a request spells them.</summary>
internal static class GuardTests
{
    public const string Sequential = "sequential";
    public const string FailedLooks = "failedLooks";

    public static string Name(GuardTest test) => test switch
    {
        GuardTest.Sequential => Sequential,
        GuardTest.FailedLooks => FailedLooks,
    };

    /// <summary>What a request means: a number of looks without a word about the test is a plan of old.</summary>
    public static GuardTest Of(RolloutRequest request) => request.GuardTest switch
    {
        FailedLooks => GuardTest.FailedLooks,
        null when request.FailedLooks is not null || request.Looks is not null => GuardTest.FailedLooks,
        _ => GuardTest.Sequential,
    };
}
