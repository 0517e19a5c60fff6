using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>The draft's deployment by guardrails as the request wants it; what belongs to the other kind is left out.</summary>
internal static class DraftManaged
{
    private const int LongestWait = 3_600;
    private const int MostAlarms = 10;

    private static readonly char[] Between = [',', '\n', '\r'];

    public static ManagedRequest Of(RolloutDraft draft, DraftFields fields)
    {
        var managed = draft.Managed;
        var blueGreen = draft.Strategy is Strategy.BlueGreen;
        return new ManagedRequest
        {
            Traffic = blueGreen ? managed.Traffic : null,
            CanarySize = blueGreen && managed.Traffic is TrafficShift.Canary ? Size("managed.canarySize", managed.Canary, "Canary", 1, 50, fields) : null,
            LinearStepSize = blueGreen && managed.Traffic is TrafficShift.Linear ? Size("managed.linearStepSize", managed.LinearStep, "Each step", 10, 50, fields) : null,
            BatchSize = blueGreen ? null : Size("managed.batchSize", managed.Batch, "Batch", 5, 50, fields),
            RollbackBatchSize = blueGreen || DraftFields.Text(managed.RollbackBatch.Value) is null ? null : Size("managed.rollbackBatchSize", managed.RollbackBatch, "Batch on the way back", 1, 100, fields),
            WaitSeconds = (int?)fields.Number("managed.waitSeconds", managed.WaitSeconds, "Bake of each step", 0, LongestWait, "seconds", whole: true),
            TerminationWaitSeconds = blueGreen
                ? (int?)fields.Number("managed.terminationWaitSeconds", managed.TerminationWaitSeconds, "Time the old fleet is kept", 0, LongestWait, "seconds", optional: true, whole: true)
                : null,
            MaximumExecutionSeconds = (int?)fields.Number("managed.maximumExecutionSeconds", managed.MaximumExecutionSeconds, "Longest time", 600, 28_800, "seconds", optional: true, whole: true),
            Alarms = Alarms(managed, fields),
        };
    }

    // How many instances are how many percent the server knows; here only what can never be is refused.
    private static FleetSizeRequest Size(string field, SizeDraft draft, string name, int least, int most, DraftFields fields) => new()
    {
        Unit = draft.InInstances ? FleetUnit.Instances : FleetUnit.Percent,
        Value = (int?)(draft.InInstances
            ? fields.Number(field, draft.Value, name, 1, 1_000, "instances", whole: true)
            : fields.Number(field, draft.Value, name, least, most, "% of the fleet", whole: true)) ?? 0,
    };

    private static string[]? Alarms(ManagedDraft draft, DraftFields fields)
    {
        var names = draft.Alarms.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length > MostAlarms)
        {
            fields.Refuse("managed.alarms", $"{names.Length} alarms are named; SageMaker watches {MostAlarms} together with the console's own.");
        }

        return names.Length > 0 ? names : null;
    }
}
