using System.Text.RegularExpressions;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation.Guards;

namespace CanaryConsole.Presentation;

/// <summary>The draft as a request, or what is wrong with it, field by field. The service checks all of it again; this only spares the round trip.</summary>
/// <param name="Problems">By field, in the API's spelling; empty when the draft can be sent.</param>
/// <param name="Request">Filled in as far as the draft is right.</param>
internal sealed partial record DraftCheck(IReadOnlyDictionary<string, string> Problems, RolloutRequest Request)
{
    private const double Week = 7 * 24 * 60;
    private const int LongestReason = 1_000;

    public bool IsReady => Problems.Count == 0;

    public string? ProblemOf(string field) => Problems.GetValueOrDefault(field);

    /// <param name="endpoint">The chosen endpoint as last seen; null when it is not known.</param>
    /// <param name="holder">The active rollout on that endpoint; null when it is free.</param>
    /// <param name="environment">The endpoint's; null where it has none.</param>
    public static DraftCheck Of(RolloutDraft draft, EndpointDescription? endpoint, RolloutId? holder, DeploymentEnvironment? environment = null)
    {
        var fields = new DraftFields();
        if (environment is { Strategies: { } allowed } && !allowed.Contains(draft.Strategy))
        {
            fields.Refuse("strategy", $"{RolloutNames.Of(draft.Strategy)} is not a strategy of {environment.Name}; choose {string.Join(" or ", allowed.Select(RolloutNames.Of))}.");
        }

        var listed = draft.Guardrails.Count > 0;
        var request = new RolloutRequest
        {
            Endpoint = Endpoint(draft, fields, holder),
            PackageGroup = draft.FromRegistry && !draft.ByRun ? fields.Required("packageGroup", draft.PackageGroup, "No model package group is chosen; choose where the candidate comes from.") : null,
            PackageVersion = draft.FromRegistry && !draft.ByRun ? Version(draft, fields) : null,
            Candidate = draft.FromRegistry && draft.ByRun ? Run(draft, fields) : null,
            ModelName = draft.FromRegistry ? null : fields.Required("modelName", draft.ModelName, "No model is named; give the name of the model to bring in."),
            ChampionVariant = Champion(draft, fields, endpoint),
            ChallengerVariant = draft.IsManaged ? null : Challenger(draft, fields, endpoint),
            Strategy = draft.Strategy,
            Steps = draft.Strategy is Strategy.CustomSteps ? DraftSteps.Of(draft, fields) : null,
            LinearIncrement = draft.Strategy is Strategy.Linear
                ? fields.Number("linearIncrement", draft.LinearIncrement, "Each step's increment", 1, 50, "%") / 100
                : null,
            HoldShare = draft.Strategy is Strategy.AbHold ? fields.Number("holdShare", draft.HoldShare, "Share to hold", 0.1, 99.9, "%") / 100 : null,
            BakeMinutes = draft.Strategy switch
            {
                Strategy.Canary or Strategy.Linear or Strategy.Shadow => fields.Number("bakeMinutes", draft.BakeMinutes, "Bake time", 0, Week, "minutes"),
                Strategy.AbHold => fields.Number("bakeMinutes", draft.HoldMinutes, "Time to hold", 0, Week, "minutes"),
                Strategy.CustomSteps or Strategy.AllAtOnce or Strategy.BlueGreen or Strategy.Rolling => null,
            },
            StepMinimumRequests = draft.Strategy is Strategy.Canary or Strategy.Linear or Strategy.Shadow or Strategy.AbHold
                ? (int?)fields.Number("stepMinimumRequests", draft.StepMinimumRequests, "Requests of each step", 1, DraftSteps.MostRequests, optional: true, whole: true)
                : null,
            Managed = draft.IsManaged ? DraftManaged.Of(draft, fields) : null,
            Shadow = draft.Shadows ? DraftShadow.Of(draft.Shadow, fields) : null,
            SoakMinutes = fields.Number("soakMinutes", draft.SoakMinutes, "Soak time", 0, Week, "minutes"),
            ErrorRateLimit = listed ? null : fields.Number("errorRateLimit", draft.ErrorRateLimit, "Error-rate limit", 0, 100, "%") / 100,
            LatencyP99LimitMs = listed ? null : fields.Number("latencyP99LimitMs", draft.LatencyLimitMs, "p99 latency limit", 0.001, 60_000, "ms"),
            ErrorRatioLimit = listed ? null : draft.AgainstChampion ? fields.Number("errorRatioLimit", draft.ErrorRatioLimit, "Ratio against the champion", 1, 100, "times") : 0,
            Guardrails = listed ? DraftGuardrails.Of(draft.Guardrails, draft.Test, fields) : null,
            GuardTest = GuardTests.Name(draft.Test),
            FalseRollbackBudget = draft.Test is GuardTest.Sequential ? Fraction(fields.Number("falseRollbackBudget", draft.FalseRollbackBudget, "False-rollback budget", 0.01, 20, "%")) : null,
            MinimumRequests = (int?)fields.Number("minimumRequests", draft.MinimumRequests, "Minimum requests", 1, 1_000_000, whole: true),
            Looks = draft.CountsLooks ? (int?)fields.Number("looks", draft.Looks, "Looks that count", 1, 60, whole: true) : null,
            FailedLooks = draft.CountsLooks ? FailedLooks(draft, fields) : null,
            HoldLimitMinutes = fields.Number("holdLimitMinutes", draft.HoldLimitMinutes, "Hold limit", 1, Week, "minutes", optional: true),
            AutoRollback = draft.AutoRollback,
            ApprovalRequired = draft.ApprovalRequired,
            InstanceType = DraftFields.Text(draft.InstanceType),
            InstanceCount = (int?)fields.Number("instanceCount", draft.InstanceCount, "Instance count", 1, 1_000, optional: true, whole: true),
            RollbackPolicy = draft.IsManaged || draft.RollbackPolicy is RollbackPolicy.TrafficOnly ? null : draft.RollbackPolicy,
            Quarantine = draft.Quarantine,
            OverrideQuarantine = Override("overrideQuarantine", draft.OverrideQuarantine, "quarantine", fields),
            OverrideArtifact = Override("overrideArtifact", draft.OverrideArtifact, "artifact contract", fields),
            KeepChampion = !draft.IsManaged && draft.KeepChampion,
            WarmInstances = draft.IsManaged ? null : (int?)fields.Number("warmInstances", draft.WarmInstances, "Warm instances", 1, 1_000, optional: true, whole: true),
            SmokePayload = UsesPayload(draft) ? DraftSmoke.Payload("smokePayload", draft.SmokePayload, fields) : null,
            SmokeContentType = UsesPayload(draft) ? DraftFields.Text(draft.SmokeContentType) : null,
            SmokeTests = draft.IsManaged || draft.SmokeTests.Count == 0 ? null : DraftSmoke.Of(draft.SmokeTests, fields),
            Scaling = DraftCapacity.Scaling(draft.Scaling, fields),
            Capture = DraftCapacity.Capture(draft.Capture, endpoint, fields),
            Alarms = draft.IsManaged || draft.Alarms.Count == 0 ? null : DraftCapacity.Alarms(draft.Alarms, fields),
            Tags = draft.Tags.Count == 0 ? null : DraftCapacity.Tags(draft.Tags, fields),
            Hooks = draft.Hooks.Count == 0 ? null : DraftHooks.Of(draft.Hooks, fields),
        };
        return new DraftCheck(fields.Problems, request);
    }

    private static string Endpoint(RolloutDraft draft, DraftFields fields, RolloutId? holder)
    {
        var name = fields.Required("endpoint", draft.Endpoint, "No endpoint is chosen; choose whose traffic is to move.");
        if (holder is { } rollout)
        {
            fields.Refuse("endpoint", $"{name} is held by rollout {rollout}; only one rollout runs on an endpoint at a time.");
        }

        return name;
    }

    private static int? Version(RolloutDraft draft, DraftFields fields) => DraftFields.Text(draft.PackageVersion) is null
        ? Missing(fields, "packageVersion", "No version is chosen; choose the version to bring in.")
        : (int?)fields.Number("packageVersion", draft.PackageVersion, "Version", 1, int.MaxValue, whole: true);

    private static CandidateRequest Run(RolloutDraft draft, DraftFields fields) => new(
        fields.Required("candidate.group", draft.PackageGroup, "No model package group is chosen; choose where the candidate comes from."),
        fields.Required("candidate.runId", draft.RunId, "No training run is named; give the id of the run that made the candidate."));

    private static int? Missing(DraftFields fields, string field, string sentence)
    {
        fields.Refuse(field, sentence);
        return null;
    }

    private static string? Champion(RolloutDraft draft, DraftFields fields, EndpointDescription? endpoint)
    {
        var name = DraftFields.Text(draft.ChampionVariant);
        if (name is not null && endpoint is not null && endpoint.Variant(name) is null)
        {
            fields.Refuse("championVariant", $"Champion variant \"{name}\" is not on {endpoint.Name}; it has {string.Join(", ", endpoint.Variants.Select(variant => variant.Name))}.");
        }

        return name;
    }

    private static string? Challenger(RolloutDraft draft, DraftFields fields, EndpointDescription? endpoint)
    {
        var name = DraftFields.Text(draft.ChallengerVariant);
        if (name is not null && !VariantName().IsMatch(name))
        {
            fields.Refuse("challengerVariant", $"Challenger variant \"{name}\" is not a variant name; give at most 63 letters, digits and inner hyphens.");
        }
        else if (name is not null && endpoint?.ShareOf(name) is { Fraction: > 0 } share)
        {
            fields.Refuse("challengerVariant", $"Variant \"{name}\" already serves {share} of {endpoint.Name}; give the challenger another name.");
        }

        return name;
    }

    private static int? FailedLooks(RolloutDraft draft, DraftFields fields)
    {
        var failed = (int?)fields.Number("failedLooks", draft.FailedLooks, "Failed looks", 1, 60, whole: true);
        if (failed is { } n && int.TryParse(draft.Looks, out var m) && n > m)
        {
            fields.Refuse("failedLooks", $"Failed looks {n} is more than the {m} looks that count; give 1 to {m}.");
        }

        return failed;
    }

    // Fractions are not exact in binary: 0.7 over 100 is not 0.007.
    private static double? Fraction(double? percent) => percent is { } value ? Math.Round(value / 100, 9) : null;

    private static bool UsesPayload(RolloutDraft draft) => !draft.IsManaged && draft.SmokeTests.Count == 0;

    private static string? Override(string field, string typed, string rule, DraftFields fields)
    {
        var reason = DraftFields.Text(typed);
        if (reason?.Length > LongestReason)
        {
            fields.Refuse(field, $"The reason against the {rule} has {CountText.Of(reason.Length)} characters; give at most {CountText.Of(LongestReason)}.");
        }

        return reason;
    }

    [GeneratedRegex("^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$", RegexOptions.CultureInvariant)]
    private static partial Regex VariantName();
}
