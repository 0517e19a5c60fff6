using CanaryConsole.Core.Environments;

namespace CanaryConsole.Presentation.Wizard;

/// <summary>An environment's rules in few words.</summary>
internal static class EnvironmentWords
{
    public static IReadOnlyList<PlanFact> Of(DeploymentEnvironment environment) =>
    [
        new("approvals", Approvals(environment)),
        new("before that", environment.Predecessor is { } first ? $"the same package serves in {first.Environment} for {DurationText.Span(first.For)} without a breach" : "nothing asked"),
        new("strategies", environment.Strategies is { } some ? string.Join(", ", some.Select(RolloutNames.Of)) : "any"),
        new("package", environment.PendingAllowed ? "approved, or pending approval" : "approved"),
        new("artifact", environment.ArtifactOverrideAllowed ? "keeps its contract, or a reason is given" : "keeps its contract"),
    ];

    /// <summary>"2 approvals, not your own".</summary>
    public static string Approvals(DeploymentEnvironment environment) => environment.Approvals == 0
        ? "none asked"
        : $"{CountText.Of(environment.Approvals, "approval", "approvals")}{(environment.SelfApproval ? "" : ", not your own")}";
}
