using System.Diagnostics;
using System.Globalization;

namespace CanaryConsole.Core.Waves;

/// <summary>What happened to a wave, told to people: one plain sentence an event.</summary>
public static class WaveJournal
{
    /// <param name="plan">The plan of the wave the event belongs to.</param>
    public static string Sentence(WaveEvent waveEvent, WavePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return waveEvent switch
        {
            WaveEvent.WavePlanned => string.Create(
                CultureInfo.InvariantCulture,
                $"Planned {plan.Name}: {plan.Stages.Sum(stage => stage.Endpoints.Count)} endpoints in {plan.Stages.Count} stages{(plan.Template is { } template ? $", by template {template}" : "")}."),
            WaveEvent.WaitStarted wait => $"{Stage(plan, wait.Stage)} starts {wait.Until.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC at the earliest.",
            WaveEvent.GateReached gate => $"At the gate before {Stage(plan, gate.Stage)}: waiting for a person to approve.",
            WaveEvent.StageApproved approved => Stopped($"Approved {Stage(plan, approved.Stage)}", approved.Comment),
            WaveEvent.StageStarted started => $"{Stage(plan, started.Stage)} started.",
            WaveEvent.RolloutRequested requested =>
                $"Asked for a rollout on {requested.Endpoint}{(requested.Attempt > 1 ? string.Create(CultureInfo.InvariantCulture, $", attempt {requested.Attempt}") : "")}.",
            WaveEvent.RolloutBegun begun => $"Rollout {begun.Rollout} has begun on {begun.Endpoint}.",
            WaveEvent.RolloutEnded ended => $"Rollout {ended.Rollout} completed on {ended.Endpoint}.",
            WaveEvent.RolloutFailed failed => Stopped($"{failed.Endpoint} did not complete", failed.Reason),
            WaveEvent.WaveHalted halted => Stopped("Halted, nothing more is started", halted.Reason),
            WaveEvent.WaveResumed resumed => Stopped(resumed.LeaveOut ? "Going on without what failed" : "Going on, trying again what failed", resumed.Comment),
            WaveEvent.WaveStopped stopped => Stopped("Stopped, nothing more is started", stopped.Reason),
            WaveEvent.WaveCompleted => $"Completed: {plan.Name} is through.",
            _ => throw new UnreachableException(),
        };
    }

    // A stage outside the plan cannot happen; a journal still must not fail on an old stream.
    private static string Stage(WavePlan plan, int stage) => stage >= 0 && stage < plan.Stages.Count
        ? $"Stage {plan.Stages[stage].Name}"
        : string.Create(CultureInfo.InvariantCulture, $"Stage {stage + 1}");

    private static string Stopped(string what, string? why) => string.IsNullOrWhiteSpace(why) ? what + "." : $"{what}: {why.Trim().TrimEnd('.')}.";
}
