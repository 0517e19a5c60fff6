namespace CanaryConsole.Presentation.Wizard;

/// <summary>What is known of each step: its word in the address, its name, and the fields that are typed there.</summary>
internal static class WizardSteps
{
    private static readonly (WizardStep Step, string Key, string Title, string Hint, string[] Fields)[] Known =
    [
        (WizardStep.Candidate, "candidate", "Candidate", "the model that wants to serve",
            ["source", "packageGroup", "packageVersion", "modelName", "candidate", "overrideQuarantine", "overrideArtifact"]),
        (WizardStep.Endpoint, "endpoint", "Endpoint", "whose traffic moves, and what its environment asks",
            ["endpoint", "championVariant", "challengerVariant", "approvalRequired"]),
        (WizardStep.Strategy, "strategy", "Strategy", "how the traffic moves, and how far back",
            ["strategy", "steps", "linearIncrement", "holdShare", "bakeMinutes", "stepMinimumRequests", "soakMinutes", "shadow", "managed", "holdLimitMinutes", "autoRollback", "rollbackPolicy", "quarantine", "warmInstances", "keepChampion"]),
        (WizardStep.Guardrails, "guardrails", "Guardrails", "what sends the traffic back, and how soon it would notice",
            ["errorRateLimit", "latencyP99LimitMs", "errorRatioLimit", "guardrails", "guardTest", "falseRollbackBudget", "minimumRequests", "looks", "failedLooks"]),
        (WizardStep.Capacity, "capacity", "Capacity", "instances, scaling, data capture, alarms and tags",
            ["instanceType", "instanceCount", "scaling", "capture", "alarms", "tags"]),
        (WizardStep.SmokeTest, "smoke-test", "Smoke test", "what is asked before the first request of a user",
            ["smokePayload", "smokeContentType", "smokeTests", "hooks"]),
        (WizardStep.Review, "review", "Review", "everything that will happen, before it does", []),
    ];

    public static IReadOnlyList<WizardStep> All { get; } = [.. Known.Select(known => known.Step)];

    public static string Key(WizardStep step) => Known[(int)step].Key;

    public static string Title(WizardStep step) => Known[(int)step].Title;

    public static string Hint(WizardStep step) => Known[(int)step].Hint;

    /// <summary>The beginnings of the names of its fields, as in "steps" for "steps[0].share".</summary>
    public static IReadOnlyList<string> Fields(WizardStep step) => Known[(int)step].Fields;

    /// <summary>The first one where the address names none.</summary>
    public static WizardStep Of(string? key) => Known.FirstOrDefault(known => known.Key == key).Step;

    /// <summary>Where a field is typed; the review for what has no field.</summary>
    public static WizardStep OfField(string field) => All.FirstOrDefault(step => DraftSession.IsOneOf(field, Fields(step)), WizardStep.Review);
}
