using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Waves;

/// <summary>Everything that can make a wave decide something.</summary>
internal abstract record WaveInput(DateTimeOffset At, string Actor)
{
    /// <summary>Who brings what the console itself has seen or done.</summary>
    public const string Console = "monitor";

    /// <summary>One look at the rollouts the wave has started, by their ids; those that were not found are not in it.</summary>
    public sealed record Look(DateTimeOffset At, IReadOnlyDictionary<RolloutId, RolloutState> Rollouts) : WaveInput(At, Console);

    public sealed record ReportBegun(DateTimeOffset At, WaveMember Member, RolloutId Rollout) : WaveInput(At, Console);

    public sealed record ReportRefused(DateTimeOffset At, WaveMember Member, string Reason) : WaveInput(At, Console);

    public sealed record Approve(DateTimeOffset At, string Actor, string? Comment) : WaveInput(At, Actor);

    public sealed record Resume(DateTimeOffset At, string Actor, bool LeaveOut, string? Comment) : WaveInput(At, Actor);

    public sealed record Stop(DateTimeOffset At, string Actor, string Reason) : WaveInput(At, Actor);
}
