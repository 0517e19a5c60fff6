using System.Diagnostics;
using System.Globalization;
using CanaryConsole.Core.Guardrails;

namespace CanaryConsole.Core.Rollouts;

/// <summary>What happened, told to people: one plain sentence an event. Pages, notifications and the API say the same words.</summary>
public static class Journal
{
    /// <summary>The event as one or two sentences, each with its full stop.</summary>
    /// <param name="plan">The plan of the rollout the event belongs to; it gives the names and the numbers of the steps.</param>
    public static string Sentence(RolloutEvent rolloutEvent, RolloutPlan plan) => rolloutEvent switch
    {
        RolloutEvent.RolloutPlanned => Planned(plan),
        RolloutEvent.RolledBack rolledBack when plan.Managed is { } managed =>
            $"Rolled back: {plan.Endpoint} was read back in service with configuration {managed.OldConfig}, {Lasting(rolledBack.Took)} after the decision.",
        RolloutEvent.SoakStarted when plan.Managed is not null =>
            $"Soak started: {plan.Challenger.ModelName} serves everything and is watched for {Lasting(plan.Soak)}; the old fleet is gone.",
        RolloutEvent.PreparationStarted when plan.Managed is not null =>
            $"Preparation started: the alarms first, then {Count(plan.Challenger.InstanceCount, "instance")} of {plan.Challenger.InstanceType} with {plan.Challenger.ModelName}.",
        RolloutEvent.ApprovalRequested => plan.ApprovalsNeeded > 1 ? $"Waiting for {plan.ApprovalsNeeded} people to approve the start." : "Waiting for a person to approve the start.",
        RolloutEvent.RolloutApproved approved => Stopped("Approved", approved.Comment),
        RolloutEvent.PreparationStarted =>
            $"Preparation started: {plan.Challenger.VariantName} is to run {plan.Challenger.ModelName} on {Count(plan.Challenger.InstanceCount, "instance")} of {plan.Challenger.InstanceType}, at weight 0.",
        RolloutEvent.VariantRequested requested =>
            $"Asked for variant {plan.Challenger.VariantName} at weight 0{(requested.Attempt > 1 ? $", attempt {requested.Attempt}" : "")}.",
        RolloutEvent.VariantReady ready =>
            $"Read back: {plan.Challenger.VariantName} is on {plan.Endpoint} and in service, with configuration {ready.ConfigName}.",
        RolloutEvent.SmokeTestPassed passed =>
            $"Smoke test passed: {passed.Result.Passed} of {Count(passed.Result.Requests, "request")}, slowest {Lasting(passed.Result.Slowest)}.",
        RolloutEvent.QuantilesFrozen frozen => Frozen(frozen.Quantiles),
        RolloutEvent.StepStarted started => Stopped(
            $"Set the challenger to {started.Share}, step {started.Step + 1} of {plan.Steps.Count}", started.Why),
        RolloutEvent.ShareMoved moved => Stopped($"Moved to {moved.Share} by hand", moved.Reason),
        RolloutEvent.WeightsConfirmed confirmed =>
            $"Weights read back: champion {Percentage.FromFraction(1 - confirmed.Share.Fraction)}, challenger {confirmed.Share}. The change took {Lasting(confirmed.Took)}.",
        RolloutEvent.StepHeld held => Stopped("Held", held.Why),
        RolloutEvent.EvidenceLost lost => Stopped("Nothing to go by", lost.Why),
        RolloutEvent.EvidenceRestored => "Evidence is coming in again.",
        RolloutEvent.AttentionRequested attention => Stopped("Called for a person", attention.Why),
        RolloutEvent.GateReached gate => $"At the gate after {(gate.Step < 0 ? "the shadow stage" : ShareOf(plan, gate.Step))}{(gate.Why is { } why ? $", {why}" : "")}: waiting for a person to approve.",
        RolloutEvent.RolloutPaused paused => Stopped("Paused", paused.Reason),
        RolloutEvent.RolloutResumed => "Resumed.",
        RolloutEvent.PromotionStarted promotion => Stopped("Set the challenger to 100 %", promotion.Why),
        RolloutEvent.SoakStarted =>
            $"Soak started: {plan.Challenger.VariantName} serves everything and is watched for {Lasting(plan.Soak)}; {plan.ChampionVariant} is kept warm.",
        RolloutEvent.RolloutCompleted => $"Completed: {plan.Challenger.ModelName} serves all traffic of {plan.Endpoint}.",
        RolloutEvent.RollbackStarted rollback => Stopped(rollback.Automatic ? "Rolling back by itself" : "Rolling back", rollback.Reason),
        RolloutEvent.RollbackDelayed delayed => Stopped("The rollback has to wait", delayed.Why),
        RolloutEvent.RolledBack { Restored: true } =>
            $"Rolled back: all traffic is on {plan.ChampionVariant}, and everything around it is settled.",
        RolloutEvent.RolledBack rolledBack =>
            $"Rolled back: {plan.Challenger.VariantName} was read back at weight 0, {Lasting(rolledBack.Took)} after the decision.",
        RolloutEvent.RolloutCancelled cancelled => Stopped("Cancelled before any traffic moved", cancelled.Reason),
        RolloutEvent.RolloutBlocked blocked => Stopped("Cannot go on without a person", blocked.Reason),
        RolloutEvent.DivergenceEvent divergence => DivergenceJournal.Sentence(divergence, plan),
        RolloutEvent.StepEvent step => StepJournal.Sentence(step, plan),
        RolloutEvent.ShadowEvent shadow => ShadowJournal.Sentence(shadow, plan),
        RolloutEvent.ManagedEvent managed => ManagedJournal.Sentence(managed, plan),
        RolloutEvent.TaskEvent task => TaskJournal.Sentence(task, plan),
        RolloutEvent.ProbeEvent probe => ProbeJournal.Sentence(probe, plan),
        _ => throw new UnreachableException(),
    };

    private static string Frozen(FrozenQuantiles quantiles) => string.Create(
        CultureInfo.InvariantCulture,
        $"The champion's latency is fixed for comparison: p50 {Milliseconds(quantiles.P50)}, p90 {Milliseconds(quantiles.P90)}, p99 {Milliseconds(quantiles.P99)}, over {quantiles.Requests:N0} requests in {Lasting(quantiles.To - quantiles.From)}.");

    private static string Milliseconds(TimeSpan latency) => string.Create(CultureInfo.InvariantCulture, $"{latency.TotalMilliseconds:0.##} ms");

    private static string Planned(RolloutPlan plan)
    {
        if (plan.Managed is { } managed)
        {
            return $"Planned {plan.Challenger.ModelName} in place of {plan.ChampionModel ?? plan.ChampionVariant} on {plan.Endpoint}: {ManagedWords.Of(managed)}, with {Count(plan.Guardrails.Count, "guardrail")}.{Overridden(plan)}";
        }

        var shares = string.Join(", ", plan.Steps.Select(step => step.Share.ToString()).Append("100 %"));
        var shadow = plan.Shadow is { } stage ? $"a shadow on {stage.SamplingPercentage} % of the requests, then " : "";
        return $"Planned {plan.Challenger.ModelName} against {plan.ChampionVariant} on {plan.Endpoint}: {shadow}{shares}, with {Count(plan.Guardrails.Count, "guardrail")}.{Overridden(plan)}";
    }

    private static string Overridden(RolloutPlan plan) => plan.Surroundings is { ArtifactOverride: { Length: > 0 } reason }
        ? $" The artifact's contract was not asked: {Trimmed(reason)}."
        : "";

    // A gate outside the plan's steps cannot happen; a journal still must not fail on an old stream.
    private static string ShareOf(RolloutPlan plan, int step) =>
        step >= 0 && step < plan.Steps.Count ? plan.Steps[step].Share.ToString() : $"step {step + 1}";

    /// <summary>What, and why where a reason was given, as one sentence.</summary>
    internal static string Stopped(string what, string? why) => string.IsNullOrWhiteSpace(why)
        ? what + "."
        : $"{what}: {why.Trim().TrimEnd('.')}.";

    /// <summary>Reasons come with and without a full stop.</summary>
    internal static string Trimmed(string text) => text.Trim().TrimEnd('.');

    internal static string Count(int number, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? "" : "s")}");

    internal static string Lasting(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(span.TotalMilliseconds)} ms"),
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalSeconds)} s"),
        { TotalMinutes: < 60, Seconds: 0 } => $"{span.Minutes} min",
        { TotalMinutes: < 60 } => $"{span.Minutes} min {span.Seconds} s",
        { Minutes: 0 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalHours)} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalHours)} h {span.Minutes} min"),
    };
}
