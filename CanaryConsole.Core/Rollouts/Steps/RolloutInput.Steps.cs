using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

public abstract partial record RolloutInput
{
    /// <summary>On to the next step, or to everything after the last, without waiting for the rest of this one.</summary>
    public sealed record SkipStep(DateTimeOffset At, string Actor, string? Reason, IReadOnlyList<GuardrailAssessment> Assessments) : RolloutInput(At, Actor);

    /// <summary>To the step of this index, from 0; it bakes from its beginning.</summary>
    public sealed record JumpToStep(DateTimeOffset At, string Actor, int Step, string? Reason, IReadOnlyList<GuardrailAssessment> Assessments) : RolloutInput(At, Actor);

    /// <summary>Lets the current bake or soak last longer, by 1 minute to 7 days.</summary>
    public sealed record ExtendBake(DateTimeOffset At, string Actor, TimeSpan By, string? Reason) : RolloutInput(At, Actor);

    /// <summary>Back to the first step.</summary>
    public sealed record RestartSteps(DateTimeOffset At, string Actor, string? Reason, IReadOnlyList<GuardrailAssessment> Assessments) : RolloutInput(At, Actor);

    /// <summary>A person does not approve: at a gate the rollout goes back, before the start it ends.</summary>
    public sealed record Refuse(DateTimeOffset At, string Actor, string Reason, IReadOnlyList<GuardrailAssessment> Assessments) : RolloutInput(At, Actor);
}
