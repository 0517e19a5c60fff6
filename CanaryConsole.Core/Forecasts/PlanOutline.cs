using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Forecasts;

/// <summary>What of a plan by weights decides what its guardrails would see; no model need be chosen for it.</summary>
/// <param name="ChampionVariant">Null: the variant with the greatest share.</param>
/// <param name="Steps">None for all at once.</param>
/// <param name="Budget">The chance of a false rollback over the whole rollout.</param>
/// <param name="AutoRollback">Off: a breach pauses and pages instead.</param>
public sealed record PlanOutline(
    string Endpoint,
    string? ChampionVariant,
    IReadOnlyList<RolloutStep> Steps,
    TimeSpan Soak,
    IReadOnlyList<Guardrail> Guardrails,
    Percentage Budget,
    bool AutoRollback)
{
    /// <summary>The guardrails were given one by one, not made from the plan's simple limits.</summary>
    public bool Listed { get; init; }

    /// <summary>How long past its bake a step may wait for evidence.</summary>
    public TimeSpan HoldLimit { get; init; } = TimeSpan.FromMinutes(RolloutDefaults.HoldLimitMinutes);

    /// <summary>From the first share to the end of the soak, if nothing holds it.</summary>
    public TimeSpan Lasts => Soak + TimeSpan.FromTicks(Steps.Sum(step => step.Bake.Ticks));

    /// <summary>The outline of the plan that a request would make, or the first thing that is wrong with it.</summary>
    public static OutlineResult Of(RolloutRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return request.Strategy is Strategy.BlueGreen or Strategy.Rolling
                ? new OutlineResult.Invalid("strategy", $"strategy is {request.Strategy}: SageMaker moves the traffic of that one, so there are no steps of weights to look at.")
                : new OutlineResult.Made(new PlanOutline(
                    request.Endpoint,
                    request.ChampionVariant is { Length: > 0 } champion ? champion : null,
                    PlanSteps.Of(request),
                    RequestBounds.Minutes("soakMinutes", request.SoakMinutes, RolloutDefaults.SoakMinutes),
                    PlanGuardrails.Of(request),
                    Percentage.FromFraction(RequestBounds.Within("falseRollbackBudget", request.FalseRollbackBudget, RolloutDefaults.FalseRollbackBudget, 0.0001, 0.2)),
                    request.AutoRollback)
                {
                    Listed = request.Guardrails is not null,
                    HoldLimit = RequestBounds.Minutes("holdLimitMinutes", request.HoldLimitMinutes, RolloutDefaults.HoldLimitMinutes),
                });
        }
        catch (PlanProblemException problem)
        {
            return new OutlineResult.Invalid(problem.Field, problem.Message);
        }
    }


    /// <summary>Every guardrail with the terms on which the engine would gather its evidence; null for one that is judged by failed looks.</summary>
    internal IReadOnlyList<(Guardrail Guardrail, EvidenceTerms? Terms)> Terms(TimeSpan period) => PlanEvidence.Of(
        new RolloutPlan(
            Endpoint,
            ChampionVariant ?? "",
            new Challenger("challenger", "", null, null, "", 1, new Dictionary<string, string>()),
            Strategy.CustomSteps,
            Steps,
            Guardrails,
            Soak,
            HoldLimit,
            AutoRollback,
            ApprovalRequired: false,
            new SmokeTest("", "", 1, TimeSpan.Zero))
        {
            FalseRollbackBudget = Budget,
        },
        period,
        EvidenceForm.Independent);
}

/// <summary>An outline, or the one field that keeps it from being made.</summary>
public abstract record OutlineResult
{
    private OutlineResult()
    {
    }

    public sealed record Made(PlanOutline Outline) : OutlineResult;

    public sealed record Invalid(string Field, string Reason) : OutlineResult;
}
