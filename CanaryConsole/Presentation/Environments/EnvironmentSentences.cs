using CanaryConsole.Core.Environments;

namespace CanaryConsole.Presentation.Environments;

/// <summary>An environment's rules, a sentence each.</summary>
internal static class EnvironmentSentences
{
    public static IReadOnlyList<string> Of(DeploymentEnvironment environment) =>
    [
        Approvals(environment),
        .. environment.Predecessor is { } before
            ? [$"The same version must have served in {before.Environment} for {DurationText.Span(before.For)}, in one go and without a breach."]
            : Array.Empty<string>(),
        environment.Strategies is { } strategies ? $"Allowed: {string.Join(", ", strategies.Select(RolloutNames.Of))}." : "Any strategy.",
        environment.PendingAllowed ? "A version may be pending approval in the registry." : "The version must be approved in the registry.",
        environment.ArtifactOverrideAllowed ? "A broken artifact may go with a reason." : "No broken artifact goes.",
    ];

    private static string Approvals(DeploymentEnvironment environment) => environment.Approvals switch
    {
        0 => "Nobody must approve.",
        1 => environment.SelfApproval ? "One person must approve; whoever starts it may." : "One person must approve who has not started it.",
        var many => $"{CountText.Of(many)} people must approve{(environment.SelfApproval ? "; whoever starts it may be one" : ", none of them whoever started it")}.",
    };
}
