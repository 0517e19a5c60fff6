using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>The draft's own steps as the request wants them.</summary>
internal static class DraftSteps
{
    public const int MostRequests = 100_000_000;

    private const double Week = 7 * 24 * 60;

    public static List<StepRequest> Of(RolloutDraft draft, DraftFields fields)
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
            var requests = (int?)fields.Number($"steps[{index}].minimumRequests", row.MinimumRequests, $"Requests of step {index + 1}", 1, MostRequests, optional: true, whole: true);
            if (share is { } percent)
            {
                if (percent <= last)
                {
                    fields.Refuse($"steps[{index}].share", $"Share of step {index + 1}, {row.Share.Trim()} %, does not rise above the {last:0.##} % before it.");
                }

                last = percent;
            }

            steps.Add(new StepRequest((share ?? 0) / 100, bake ?? 0, row.Gate, requests));
        }

        return steps;
    }
}
