using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.SmokeTests;

namespace CanaryConsole.Core.Rollouts;

/// <summary>Everything that can make a rollout decide something. Each carries its time and who brought it.</summary>
public abstract partial record RolloutInput(DateTimeOffset At, string Actor)
{
    /// <summary>Who brings what the console itself has seen or done.</summary>
    public const string Monitor = "monitor";

    /// <summary>A person approves the start or the gate.</summary>
    /// <param name="PlanDigest">Of the plan that the person has seen; null from callers that do not say.</param>
    public sealed record Approve(DateTimeOffset At, string Actor, string? Comment, string? PlanDigest = null) : RolloutInput(At, Actor);

    public sealed record Pause(DateTimeOffset At, string Actor, string Reason) : RolloutInput(At, Actor);

    public sealed record Resume(DateTimeOffset At, string Actor) : RolloutInput(At, Actor);

    /// <summary>Everything to the challenger now, skipping the steps left; needs every enforcing guardrail healthy.</summary>
    public sealed record Promote(DateTimeOffset At, string Actor, IReadOnlyList<GuardrailAssessment> Assessments) : RolloutInput(At, Actor);

    /// <summary>Another share by hand, above 0 % and below 100 %; the step's bake starts again.</summary>
    public sealed record MoveShare(DateTimeOffset At, string Actor, Percentage Share, string? Reason) : RolloutInput(At, Actor);

    public sealed record RollBack(DateTimeOffset At, string Actor, string Reason, IReadOnlyList<GuardrailAssessment> Assessments) : RolloutInput(At, Actor);

    /// <summary>Stop before any traffic has moved.</summary>
    public sealed record Cancel(DateTimeOffset At, string Actor, string Reason) : RolloutInput(At, Actor);

    /// <summary>One look at the world by the monitor.</summary>
    /// <param name="Endpoint">Null when the cloud did not describe it; then <paramref name="Problem"/> says why.</param>
    public sealed partial record Observe(
        DateTimeOffset At,
        EndpointDescription? Endpoint,
        string? Problem,
        IReadOnlyList<GuardrailAssessment> Assessments) : RolloutInput(At, Monitor)
    {
        /// <summary>What was last found of all that a step needs; null when nobody has looked.</summary>
        public ReadinessReport? Readiness { get; init; }

        /// <summary>What a shadow stage shows; null outside one, and before its first metrics.</summary>
        public ShadowSight? Shadow { get; init; }
    }

    /// <param name="Exchanges">What was sent and what came back, request by request.</param>
    public sealed record ReportSmokeTest(DateTimeOffset At, SmokeTestResult Result, params IReadOnlyList<SmokeExchange> Exchanges) : RolloutInput(At, Monitor);

    /// <summary>The cloud refused an action for good: wrong, forbidden, or its target is gone.</summary>
    public sealed record ReportRefusal(DateTimeOffset At, string Problem) : RolloutInput(At, Monitor);
}
