namespace CanaryConsole.Presentation;

/// <summary>A draft in a heading and in a sentence.</summary>
internal static class DraftWords
{
    /// <summary>"media-ranker v8 onto media-ranker", as far as it is chosen.</summary>
    public static string Title(RolloutDraft draft)
    {
        var candidate = draft.FromRegistry
            ? draft.ByRun ? draft is { PackageGroup.Length: > 0, RunId.Length: > 0 } ? $"{draft.PackageGroup} of {draft.RunId}" : ""
            : draft is { PackageGroup.Length: > 0, PackageVersion.Length: > 0 } ? $"{draft.PackageGroup} v{draft.PackageVersion}" : ""
            : draft.ModelName.Trim();
        return (candidate.Length > 0, draft.Endpoint.Length > 0) switch
        {
            (true, true) => $"{candidate} onto {draft.Endpoint}",
            (true, false) => $"New rollout of {candidate}",
            (false, true) => $"New rollout onto {draft.Endpoint}",
            (false, false) => "New rollout",
        };
    }

    /// <summary>"5 % for 10 min, 25 % for 10 min, 100 %".</summary>
    public static string Then(PlanSketch sketch) => string.Join(", ", sketch.Segments.Select(segment => segment.Percent >= 100
        ? $"{segment.Name} and a {segment.Detail.Replace("soak ", "soak of ", StringComparison.Ordinal)}"
        : segment.Name == "gate" ? "a gate" : $"{segment.Name} for {segment.Detail}"));
}
