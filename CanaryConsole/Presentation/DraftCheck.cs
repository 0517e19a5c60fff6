using System.Text;
using System.Text.RegularExpressions;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>The draft as a request, or what is wrong with it, field by field. The service checks all of it again; this only spares the round trip.</summary>
/// <param name="Problems">By field, in the API's spelling; empty when the draft can be sent.</param>
/// <param name="Request">Filled in as far as the draft is right.</param>
internal sealed partial record DraftCheck(IReadOnlyDictionary<string, string> Problems, RolloutRequest Request)
{
    private const double Week = 7 * 24 * 60;
    private const int LargestPayload = 64 * 1024;

    public bool IsReady => Problems.Count == 0;

    public string? ProblemOf(string field) => Problems.GetValueOrDefault(field);

    /// <param name="endpoint">The chosen endpoint as last seen; null when it is not known.</param>
    /// <param name="holder">The active rollout on that endpoint; null when it is free.</param>
    public static DraftCheck Of(RolloutDraft draft, EndpointDescription? endpoint, RolloutId? holder)
    {
        var fields = new DraftFields();
        var request = new RolloutRequest
        {
            Endpoint = Endpoint(draft, fields, holder),
            PackageGroup = draft.FromRegistry ? fields.Required("packageGroup", draft.PackageGroup, "No model package group is chosen; choose where the candidate comes from.") : null,
            PackageVersion = draft.FromRegistry ? Version(draft, fields) : null,
            ModelName = draft.FromRegistry ? null : fields.Required("modelName", draft.ModelName, "No model is named; give the name of the model to bring in."),
            ChampionVariant = Champion(draft, fields, endpoint),
            ChallengerVariant = Challenger(draft, fields, endpoint),
            Strategy = draft.Strategy,
            Steps = draft.Strategy is Strategy.CustomSteps ? Steps(draft, fields) : null,
            LinearIncrement = draft.Strategy is Strategy.Linear
                ? fields.Number("linearIncrement", draft.LinearIncrement, "Each step's increment", 1, 50, "%") / 100
                : null,
            BakeMinutes = draft.Strategy is Strategy.Canary or Strategy.Linear
                ? fields.Number("bakeMinutes", draft.BakeMinutes, "Bake time", 0, Week, "minutes")
                : null,
            SoakMinutes = fields.Number("soakMinutes", draft.SoakMinutes, "Soak time", 0, Week, "minutes"),
            ErrorRateLimit = fields.Number("errorRateLimit", draft.ErrorRateLimit, "Error-rate limit", 0, 100, "%") / 100,
            LatencyP99LimitMs = fields.Number("latencyP99LimitMs", draft.LatencyLimitMs, "p99 latency limit", 0.001, 60_000, "ms"),
            ErrorRatioLimit = draft.AgainstChampion
                ? fields.Number("errorRatioLimit", draft.ErrorRatioLimit, "Ratio against the champion", 1, 100, "times")
                : 0,
            MinimumRequests = (int?)fields.Number("minimumRequests", draft.MinimumRequests, "Minimum requests", 1, 1_000_000, whole: true),
            Looks = (int?)fields.Number("looks", draft.Looks, "Looks that count", 1, 60, whole: true),
            FailedLooks = FailedLooks(draft, fields),
            HoldLimitMinutes = fields.Number("holdLimitMinutes", draft.HoldLimitMinutes, "Hold limit", 1, Week, "minutes", optional: true),
            AutoRollback = draft.AutoRollback,
            ApprovalRequired = draft.ApprovalRequired,
            InstanceType = DraftFields.Text(draft.InstanceType),
            InstanceCount = (int?)fields.Number("instanceCount", draft.InstanceCount, "Instance count", 1, 1_000, optional: true, whole: true),
            SmokePayload = Payload(draft, fields),
            SmokeContentType = DraftFields.Text(draft.SmokeContentType),
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

    private static List<StepRequest> Steps(RolloutDraft draft, DraftFields fields)
    {
        var steps = new List<StepRequest>();
        var last = 0.0;
        if (draft.Steps.Count == 0)
        {
            fields.Refuse("steps", "There is no step; add one, or choose \"All at once\".");
        }

        for (var index = 0; index < draft.Steps.Count; index++)
        {
            var row = draft.Steps[index];
            var share = fields.Number($"steps[{index}].share", row.Share, $"Share of step {index + 1}", 0.1, 99.9, "%");
            var bake = fields.Number($"steps[{index}].bakeMinutes", row.BakeMinutes, $"Bake time of step {index + 1}", 0, Week, "minutes");
            if (share is { } percent)
            {
                if (percent <= last)
                {
                    fields.Refuse($"steps[{index}].share", $"Share of step {index + 1}, {row.Share.Trim()} %, does not rise above the {last:0.##} % before it.");
                }

                last = percent;
            }

            steps.Add(new StepRequest((share ?? 0) / 100, bake ?? 0, row.Gate));
        }

        return steps;
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

    private static string? Payload(RolloutDraft draft, DraftFields fields)
    {
        if (string.IsNullOrWhiteSpace(draft.SmokePayload))
        {
            return null;
        }

        var size = Encoding.UTF8.GetByteCount(draft.SmokePayload);
        if (size > LargestPayload)
        {
            fields.Refuse("smokePayload", $"The smoke payload is {CountText.Of(size)} bytes; give at most {CountText.Of(LargestPayload)}.");
        }

        return draft.SmokePayload;
    }

    [GeneratedRegex("^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$", RegexOptions.CultureInvariant)]
    private static partial Regex VariantName();
}
