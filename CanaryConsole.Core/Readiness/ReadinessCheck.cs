namespace CanaryConsole.Core.Readiness;

/// <summary>One thing that a step needs.</summary>
/// <param name="Name">What it is, as in "Model media-ranker-v7".</param>
/// <param name="Why">Why it did not pass, as a clause; null when it did, unless there is something to add.</param>
/// <param name="Holds">The step waits for it. False where it passed, and where nothing can be known and a person was told so.</param>
public sealed record ReadinessCheck(string Name, ReadinessResult Result, string? Why, bool Holds)
{
    public static ReadinessCheck Passed(string name) => new(name, ReadinessResult.Passed, null, Holds: false);

    public static ReadinessCheck Failed(string name, string why) => new(name, ReadinessResult.Failed, why, Holds: true);

    public static ReadinessCheck Unknown(string name, string why) => new(name, ReadinessResult.Unknown, why, Holds: true);

    /// <summary>Nothing can be known about it, ever, and it is not waited for.</summary>
    public static ReadinessCheck NotLookedAt(string name, string why) => new(name, ReadinessResult.Unknown, why, Holds: false);
}

/// <summary>Unknown is not passed: no permission, too many calls, no answer.</summary>
public enum ReadinessResult
{
    Passed,
    Failed,
    Unknown,
}
