using CanaryConsole.Core;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Presentation;

/// <summary>Where a rollout stands, as a chip.</summary>
internal static class PhasePresentation
{
    /// <summary>With the guardrails' verdicts in the colour, where they count.</summary>
    public static Badge Badge(RolloutSnapshot rollout)
    {
        var badge = Badge(rollout.State);
        return rollout.State.Phase is RolloutPhase.Baking or RolloutPhase.Soaking
            ? badge with { Tone = VerdictPresentation.Overall(rollout.Assessments), Tooltip = rollout.Activity ?? badge.Tooltip }
            : badge with { Tooltip = rollout.State.Reason ?? rollout.Activity ?? badge.Tooltip };
    }

    /// <summary>By the phase alone.</summary>
    public static Badge Badge(RolloutState state) => Badge(state.Phase is RolloutPhase.Restoring ? state.Ending ?? state.Phase : state.Phase) with { Text = Text(state), Tooltip = state.Reason };

    public static Badge Badge(RolloutPhase phase) => phase switch
    {
        RolloutPhase.Planned => new(Name(phase), Tone.Idle, Glyph.Clock),
        RolloutPhase.AwaitingApproval => new(Name(phase), Tone.Warn, Glyph.Hand),
        RolloutPhase.Preparing => new(Name(phase), Tone.Info, Glyph.Gear),
        RolloutPhase.SmokeTesting => new(Name(phase), Tone.Info, Glyph.Flask),
        RolloutPhase.Shadowing => new(Name(phase), Tone.Info, Glyph.Flask),
        RolloutPhase.Deploying => new(Name(phase), Tone.Info, Glyph.Promote),
        RolloutPhase.Restoring => new(Name(phase), Tone.Info, Glyph.Gear),
        RolloutPhase.Baking => new(Name(phase), Tone.Info, Glyph.Baking),
        RolloutPhase.AtGate => new(Name(phase), Tone.Warn, Glyph.Hand),
        RolloutPhase.Paused => new(Name(phase), Tone.Warn, Glyph.Pause),
        RolloutPhase.Promoting => new(Name(phase), Tone.Info, Glyph.Promote),
        RolloutPhase.Soaking => new(Name(phase), Tone.Info, Glyph.Soak),
        RolloutPhase.Completed => new(Name(phase), Tone.Good, Glyph.Check),
        RolloutPhase.RollingBack => new(Name(phase), Tone.Bad, Glyph.Undo),
        RolloutPhase.RolledBack => new(Name(phase), Tone.Bad, Glyph.Undo),
        RolloutPhase.Cancelled => new(Name(phase), Tone.Idle, Glyph.Cross),
        RolloutPhase.Blocked => new(Name(phase), Tone.Bad, Glyph.Alert),
    };

    public static string Name(RolloutPhase phase) => phase switch
    {
        RolloutPhase.Planned => "Planned",
        RolloutPhase.AwaitingApproval => "Awaiting approval",
        RolloutPhase.Preparing => "Preparing",
        RolloutPhase.SmokeTesting => "Smoke testing",
        RolloutPhase.Shadowing => "Shadowing",
        RolloutPhase.Deploying => "Deploying",
        RolloutPhase.Restoring => "Restoring",
        RolloutPhase.Baking => "Baking",
        RolloutPhase.AtGate => "At gate",
        RolloutPhase.Paused => "Paused",
        RolloutPhase.Promoting => "Promoting",
        RolloutPhase.Soaking => "Soaking",
        RolloutPhase.Completed => "Completed",
        RolloutPhase.RollingBack => "Rolling back",
        RolloutPhase.RolledBack => "Rolled back",
        RolloutPhase.Cancelled => "Cancelled",
        RolloutPhase.Blocked => "Blocked",
    };

    /// <summary>The phase, and the challenger's share where it is what the phase is about: "Baking 25 %".</summary>
    public static string Text(RolloutState state) => state is { Phase: RolloutPhase.Restoring, Ending: { } ending }
        ? $"{Name(ending)}, restoring"
        : state.Phase is RolloutPhase.Baking or RolloutPhase.AtGate or RolloutPhase.Paused && state.ChallengerShare > Percentage.Zero
            ? $"{Name(state.Phase)} {ShareText.Of(state.ChallengerShare)}"
            : Name(state.Phase);

    /// <summary>True when the rollout cannot go on, or should not be left alone, without a person.</summary>
    public static bool NeedsPerson(RolloutSnapshot rollout) => rollout.State.Phase switch
    {
        RolloutPhase.AwaitingApproval or RolloutPhase.AtGate or RolloutPhase.Paused or RolloutPhase.RollingBack or RolloutPhase.Blocked => true,
        RolloutPhase.Planned or RolloutPhase.Preparing or RolloutPhase.SmokeTesting or RolloutPhase.Baking or RolloutPhase.Promoting
            or RolloutPhase.Soaking or RolloutPhase.Shadowing or RolloutPhase.Deploying or RolloutPhase.Restoring => rollout.State.Paged || VerdictPresentation.Overall(rollout.Assessments) is Tone.Bad,
        RolloutPhase.Completed or RolloutPhase.RolledBack or RolloutPhase.Cancelled => false,
    };
}
