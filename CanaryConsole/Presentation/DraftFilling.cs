using System.Globalization;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation.Guards;

namespace CanaryConsole.Presentation;

/// <summary>A request put back into the form: a template, a plan file, or what an earlier rollout was asked for. What it does not say keeps the form's default.</summary>
internal static class DraftFilling
{
    public static void Fill(RolloutDraft draft, RolloutRequest request)
    {
        Candidate(draft, request);
        draft.Endpoint = request.Endpoint.Length > 0 ? request.Endpoint : draft.Endpoint;
        draft.ChampionVariant = request.ChampionVariant ?? "";
        draft.ChallengerVariant = request.ChallengerVariant ?? "";
        Strategy(draft, request);
        Guardrails(draft, request);
        draft.HoldLimitMinutes = Text(request.HoldLimitMinutes);
        draft.AutoRollback = request.AutoRollback;
        draft.ApprovalRequired = request.ApprovalRequired;
        draft.InstanceType = request.InstanceType ?? "";
        draft.InstanceCount = Text(request.InstanceCount);
        draft.RollbackPolicy = request.RollbackPolicy ?? RollbackPolicy.TrafficOnly;
        draft.Quarantine = request.Quarantine;
        draft.OverrideQuarantine = request.OverrideQuarantine ?? "";
        draft.WarmInstances = Text(request.WarmInstances);
        draft.KeepChampion = request.KeepChampion;
        draft.OverrideArtifact = request.OverrideArtifact ?? "";
        Capacity(draft, request);
        Probes(draft, request);
    }

    private static void Candidate(RolloutDraft draft, RolloutRequest request)
    {
        if (request.ModelName is { Length: > 0 } model)
        {
            (draft.FromRegistry, draft.ModelName) = (false, model);
        }
        else if (request.PackageGroup is { Length: > 0 } group)
        {
            (draft.FromRegistry, draft.ByRun, draft.PackageGroup, draft.PackageVersion) = (true, false, group, Text(request.PackageVersion));
        }
        else if (request.Candidate is { } run)
        {
            (draft.FromRegistry, draft.ByRun, draft.PackageGroup, draft.RunId) = (true, true, run.Group ?? "", run.RunId ?? "");
        }
    }

    private static void Strategy(RolloutDraft draft, RolloutRequest request)
    {
        // Steps that were given are the form's custom steps, whatever strategy they came under.
        var given = request.Steps is { Count: > 0 } && request.Strategy is not Core.Rollouts.Strategy.AbHold;
        draft.Strategy = given ? Core.Rollouts.Strategy.CustomSteps : request.Strategy;
        draft.Shadow.On = request.Shadow is not null || request.Strategy is Core.Rollouts.Strategy.Shadow;
        if (given)
        {
            draft.Steps.Clear();
            draft.Steps.AddRange(request.Steps!.Select(Step));
        }

        draft.LinearIncrement = Percent(request.LinearIncrement) ?? draft.LinearIncrement;
        draft.HoldShare = Percent(request.HoldShare ?? (request is { Strategy: Core.Rollouts.Strategy.AbHold, Steps: [var held, ..] } ? held.Share : null)) ?? draft.HoldShare;
        if (request.BakeMinutes is { } bake)
        {
            (draft.BakeMinutes, draft.HoldMinutes) = request.Strategy is Core.Rollouts.Strategy.AbHold ? (draft.BakeMinutes, Text(bake)) : (Text(bake), draft.HoldMinutes);
        }

        draft.StepMinimumRequests = Text(request.StepMinimumRequests);
        draft.SoakMinutes = Said(request.SoakMinutes, draft.SoakMinutes);
        Shadow(draft.Shadow, request.Shadow ?? new ShadowRequest());
        Managed(draft.Managed, request.Managed ?? new ManagedRequest());
    }

    private static StepDraft Step(StepRequest step) => new()
    {
        Share = Percent(step.Share)!,
        BakeMinutes = Text(step.BakeMinutes),
        MinimumRequests = Text(step.MinimumRequests),
        Gate = step.Gate,
    };

    private static void Shadow(ShadowDraft draft, ShadowRequest request)
    {
        draft.Sampling = Said(request.SamplingPercentage, draft.Sampling);
        draft.Minutes = Said(request.DurationMinutes, draft.Minutes);
        draft.MinimumRequests = Text(request.MinimumRequests);
        draft.Agreement = Percent(request.MinimumAgreement) ?? "";
        draft.Tolerance = Text(request.Tolerance);
        draft.Gate = request.Gate;
        draft.CarryEvidence = request.CarryEvidence;
    }

    private static void Managed(ManagedDraft draft, ManagedRequest request)
    {
        draft.Traffic = request.Traffic ?? draft.Traffic;
        Size(draft.Canary, request.CanarySize);
        Size(draft.LinearStep, request.LinearStepSize);
        Size(draft.Batch, request.BatchSize);
        Size(draft.RollbackBatch, request.RollbackBatchSize);
        draft.WaitSeconds = Said(request.WaitSeconds, draft.WaitSeconds);
        draft.TerminationWaitSeconds = Text(request.TerminationWaitSeconds);
        draft.MaximumExecutionSeconds = Text(request.MaximumExecutionSeconds);
        draft.Alarms = string.Join(", ", request.Alarms ?? []);
    }

    private static void Size(SizeDraft draft, FleetSizeRequest? request)
    {
        if (request is not null)
        {
            (draft.Value, draft.InInstances) = (Text(request.Value), request.Unit is FleetUnit.Instances);
        }
    }

    private static void Guardrails(RolloutDraft draft, RolloutRequest request)
    {
        draft.ErrorRateLimit = Percent(request.ErrorRateLimit) ?? draft.ErrorRateLimit;
        draft.LatencyLimitMs = Said(request.LatencyP99LimitMs, draft.LatencyLimitMs);
        draft.AgainstChampion = request.ErrorRatioLimit is null or > 0;
        draft.ErrorRatioLimit = request.ErrorRatioLimit is > 0 ? Text(request.ErrorRatioLimit) : draft.ErrorRatioLimit;
        draft.MinimumRequests = Said(request.MinimumRequests, draft.MinimumRequests);
        draft.FailedLooks = Said(request.FailedLooks, draft.FailedLooks);
        draft.Looks = Said(request.Looks, draft.Looks);
        draft.Test = GuardTests.Of(request);
        draft.FalseRollbackBudget = Percent(request.FalseRollbackBudget) ?? draft.FalseRollbackBudget;
        draft.Guardrails.Clear();
        draft.Guardrails.AddRange((request.Guardrails ?? []).Select(GuardrailFilling.Of));
    }

    private static void Capacity(RolloutDraft draft, RolloutRequest request)
    {
        var scaling = request.Scaling;
        (draft.Scaling.Target, draft.Scaling.Value, draft.Scaling.Minimum, draft.Scaling.Maximum) =
            (scaling?.Target ?? "", Text(scaling?.Value), Text(scaling?.MinimumInstances), Text(scaling?.MaximumInstances));
        draft.Capture.On = request.Capture is not null;
        draft.Capture.Share = Percent(request.Capture?.Share) ?? draft.Capture.Share;
        draft.Capture.Destination = request.Capture?.Destination ?? "";
        draft.Alarms.Clear();
        draft.Alarms.AddRange((request.Alarms ?? []).Select(alarm => new AlarmDraft
        {
            Kind = alarm.Kind ?? "",
            Limit = (alarm.Kind is DraftCapacity.ErrorRate ? Percent(alarm.Limit) : Text(alarm.Limit)) ?? "",
            Minutes = Text(alarm.Minutes),
        }));
        draft.Tags.Clear();
        draft.Tags.AddRange((request.Tags ?? new Dictionary<string, string>()).Select(tag => new TagDraft { Key = tag.Key, Value = tag.Value }));
    }

    private static void Probes(RolloutDraft draft, RolloutRequest request)
    {
        draft.SmokePayload = request.SmokePayload ?? "";
        draft.SmokeContentType = request.SmokeContentType ?? "";
        draft.SmokeTests.Clear();
        draft.SmokeTests.AddRange((request.SmokeTests ?? []).Select(test => new SmokeTestDraft
        {
            Name = test.Name ?? "",
            Payload = test.Payload ?? "",
            ContentType = test.ContentType ?? "",
            Requests = Text(test.Requests),
            ExpectedStatus = Text(test.ExpectedStatus),
            ExpectedContentType = test.ExpectedContentType ?? "",
            Assertions = string.Join('\n', test.Assertions ?? []),
            LatencyLimitMs = Text(test.LatencyLimitMs),
        }));
        draft.Hooks.Clear();
        draft.Hooks.AddRange((request.Hooks ?? []).Select(hook => new HookDraft
        {
            Moment = hook.Moment ?? default,
            Url = hook.Url ?? "",
            Name = hook.Name ?? "",
            TimeoutSeconds = Text(hook.TimeoutSeconds),
        }));
    }

    private static string Said(double? value, string otherwise) => value is null ? otherwise : Text(value);

    private static string Text(double? value) => value?.ToString("0.########", CultureInfo.InvariantCulture) ?? "";

    // Fractions are not exact in binary: 0.07 times 100 is not 7.
    private static string? Percent(double? fraction) => fraction is { } value ? Text(Math.Round(value * 100, 6)) : null;
}
