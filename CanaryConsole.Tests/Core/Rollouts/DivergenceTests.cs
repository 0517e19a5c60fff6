using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

/// <summary>F25 and F14 as decisions: what counts as somebody else's change, and what adopting and restoring make of it.</summary>
public class DivergenceTests
{
    private static readonly DateTimeOffset Later = RolloutSamples.Start.AddMinutes(30);

    public static TheoryData<string, string> Changes => new()
    {
        { "weights", "the challenger has 33 %, wanted 5 %" },
        { "config", "the endpoint runs on configuration by-hand, not media-ranker-config" },
        { "champion's model", "the champion's model is media-ranker-v5, not media-ranker-v7" },
        { "challenger's model", "the challenger's model is media-ranker-v5, not media-ranker-v8" },
        { "instance type", "the challenger runs on ml.c5.large, not ml.m5.xlarge" },
        { "challenger gone", "the challenger's variant challenger-v8 is gone; the challenger has 0 %, wanted 5 %" },
        { "third", "variant other also gets 50 % of the traffic" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Observe_SomebodyElsesChange_PausesWithWhatWasExpectedAndSeen(string change, string told)
    {
        var baking = RolloutSamples.In(RolloutPhase.Baking);
        var endpoint = Changed(change);

        var diverged = Apply(baking, Look(Later, endpoint));

        Assert.Equal(RolloutPhase.Paused, diverged.Phase);
        var found = diverged.Divergence!.Found;
        Assert.Contains(told, found.Told, StringComparison.Ordinal);
        Assert.Equal(EndpointSight.Of(endpoint), found.Seen, SameSight);
        Assert.Equal(EndpointSight.Of(RolloutSamples.Endpoint(0.05)), found.Expected, SameSight);
    }

    [Fact]
    public void Observe_InstanceCountsMoved_IsNobodysChange()
    {
        var endpoint = RolloutSamples.Endpoint(0.05);

        var state = Apply(RolloutSamples.In(RolloutPhase.Baking), Look(Later, endpoint with { Variants = [.. endpoint.Variants.Select(one => one with { CurrentInstanceCount = 5, DesiredInstanceCount = 5 })] }));

        Assert.Null(state.Divergence);
    }

    [Fact]
    public void Observe_ModelNamesUnknown_IsNobodysChange()
    {
        var endpoint = RolloutSamples.Endpoint(0.05);

        var state = Apply(RolloutSamples.In(RolloutPhase.Baking), Look(Later, endpoint with { Variants = [.. endpoint.Variants.Select(one => one with { ModelName = "", InstanceType = "" })] }));

        Assert.Null(state.Divergence);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.05)]
    [InlineData(0.33)]
    public void Observe_OwnWeightsNotReadBack_IsNeverADivergence(double shown)
    {
        var started = RolloutSamples.Fold(RolloutSamples.Plan(), [.. Ready(), new RolloutEvent.StepStarted(0, Percentage.FromPercent(5), "smoke test passed")]);

        var state = Apply(started, Look(Later, RolloutSamples.Endpoint(shown)));

        Assert.Null(state.Divergence);
        Assert.Equal(RolloutPhase.Baking, state.Phase);
    }

    [Fact]
    public void Observe_OwnConfigurationInAStreamOfAnOlderConsole_IsPinnedByItsName()
    {
        var old = RolloutSamples.Fold(RolloutSamples.Plan(), [
            new RolloutEvent.PreparationStarted(), new RolloutEvent.VariantRequested(1), new RolloutEvent.VariantReady("media-ranker-config"),
            new RolloutEvent.StepStarted(0, Percentage.FromPercent(5), "smoke test passed"), new RolloutEvent.WeightsConfirmed(Percentage.FromPercent(5), TimeSpan.Zero)]);

        Assert.Null(Apply(old, Look(Later, RolloutSamples.Endpoint(0.05))).Divergence);
        Assert.Equal(["the endpoint runs on configuration by-hand, not media-ranker-config"], Apply(old, Look(Later, Changed("config"))).Divergence!.Found.Differences);
    }

    [Fact]
    public void Observe_DivergedAndBreached_RollsBack()
    {
        var state = Apply(Diverged("weights"), Look(Later.AddMinutes(1), Changed("weights"), RolloutSamples.Breach));

        Assert.Equal(RolloutPhase.RollingBack, state.Phase);
        Assert.Null(state.Divergence);
    }

    [Fact]
    public void Observe_TheSameDivergenceAgain_SaysNothing()
    {
        var diverged = Diverged("weights");

        Assert.Equal(diverged, Apply(diverged, Look(Later.AddMinutes(1), Changed("weights"))));
    }

    [Fact]
    public void Observe_ChangedOnceMore_FollowsWithWhatIsSeenNow()
    {
        var state = Apply(Diverged("weights"), Look(Later.AddMinutes(1), Changed("config")));

        Assert.Equal(["the endpoint runs on configuration by-hand, not media-ranker-config"], state.Divergence!.Found.Differences);
        Assert.Equal(Later, state.Divergence.Since);
    }

    [Fact]
    public void Observe_AsWantedAgain_StaysPausedAndCountsFromThen()
    {
        var state = Apply(Diverged("weights"), Look(Later.AddMinutes(1), RolloutSamples.Endpoint(0.05)));

        Assert.Equal((RolloutPhase.Paused, null), (state.Phase, state.Divergence));
        Assert.Equal(Later.AddMinutes(1), state.EvidenceSince);
        var resumed = Apply(state, new RolloutInput.Resume(Later.AddMinutes(5), "ann"));
        Assert.Equal(Later.AddMinutes(5), resumed.BakeStart);
    }

    [Fact]
    public void Commands_WhileDiverged_WaitUntilItIsSettled()
    {
        var diverged = Diverged("weights");
        IReadOnlyList<GuardrailAssessment> healthy = [RolloutSamples.Assessed(RolloutSamples.Healthy)];
        RolloutInput[] commands =
        [
            new RolloutInput.Resume(Later, "ann"),
            new RolloutInput.Promote(Later, "ann", healthy),
            new RolloutInput.MoveShare(Later, "ann", Percentage.FromPercent(10), null),
            new RolloutInput.SkipStep(Later, "ann", null, healthy),
            new RolloutInput.JumpToStep(Later, "ann", 0, null, healthy),
            new RolloutInput.RestartSteps(Later, "ann", null, healthy),
            new RolloutInput.ExtendBake(Later, "ann", TimeSpan.FromMinutes(5), null),
        ];

        Assert.All(commands, command => Assert.EndsWith(
            "somebody else has changed its endpoint; adopt that or restore what was there first.",
            Assert.IsType<Decision.Refused>(RolloutDecider.Decide(diverged, command)).Reason,
            StringComparison.Ordinal));
    }

    [Fact]
    public void RollBack_WhileDiverged_IsTaken()
    {
        var state = Apply(Diverged("challenger gone"), new RolloutInput.RollBack(Later, "ann", "enough", []));

        Assert.Equal(RolloutPhase.RollingBack, state.Phase);
    }

    [Fact]
    public void Adopt_OtherWeights_BakesAtTheSeenShareAnew()
    {
        var adopted = Apply(Diverged("weights"), new RolloutInput.Adopt(Later.AddMinutes(1), "ann"));

        Assert.Equal((RolloutPhase.Baking, 0, null, null), (adopted.Phase, adopted.Step, adopted.Divergence, adopted.BakeStart));
        Assert.Equal(0.33, adopted.ChallengerShare.Fraction, 6);
        var confirmed = Apply(adopted, Look(Later.AddMinutes(2), Changed("weights")));
        Assert.Equal((Later.AddMinutes(2), Later.AddMinutes(2)), (confirmed.BakeStart, confirmed.EvidenceSince));
        Assert.Null(Apply(confirmed, Look(Later.AddMinutes(3), Changed("weights"))).Divergence);
    }

    [Fact]
    public void Adopt_OtherConfigurationWithTheSameModels_PinsIt()
    {
        var adopted = Apply(Diverged("config"), new RolloutInput.Adopt(Later.AddMinutes(1), "ann"));

        Assert.Equal("by-hand", adopted.Pinned!.ConfigName);
        Assert.Null(Apply(Apply(adopted, Look(Later.AddMinutes(2), Changed("config"))), Look(Later.AddMinutes(3), Changed("config"))).Divergence);
    }

    [Fact]
    public void Adopt_WhileAPersonHadPaused_StaysPaused()
    {
        var paused = Apply(RolloutSamples.In(RolloutPhase.Paused), Look(Later, Changed("weights")));

        var adopted = Apply(paused, new RolloutInput.Adopt(Later.AddMinutes(1), "ann"));

        Assert.Equal((RolloutPhase.Paused, "lunch"), (adopted.Phase, adopted.Reason));
        Assert.Equal(0.33, adopted.ChallengerShare.Fraction, 6);
    }

    [Theory]
    [InlineData("challenger gone", "the challenger's variant challenger-v8 is gone; restore, or roll back to end the rollout")]
    [InlineData("challenger's model", "challenger-v8 now runs media-ranker-v5, and this plan is for media-ranker-v8; restore, or roll back and start a rollout of that model")]
    [InlineData("third", "other also has traffic, and a rollout moves it between two variants; restore, or set its weight to 0")]
    [InlineData("no traffic", "the challenger has no traffic; restore, or roll back to leave it so")]
    [InlineData("all traffic", "the challenger has all traffic; restore, then promote it on its evidence")]
    public void Adopt_WhatCannotBeTaken_IsRefusedWithTheReason(string change, string reason)
    {
        var refused = Assert.IsType<Decision.Refused>(RolloutDecider.Decide(Diverged(change), new RolloutInput.Adopt(Later, "ann")));

        Assert.Equal($"Rollout {RolloutSamples.Id} cannot adopt what is there: {reason}.", refused.Reason);
    }

    [Fact]
    public void Restore_OtherWeights_SetsThemAgainAndBakesAnew()
    {
        var restored = Apply(Diverged("weights"), new RolloutInput.Restore(Later.AddMinutes(1), "ann"));

        Assert.Equal((RolloutPhase.Baking, null, null), (restored.Phase, restored.Divergence, restored.BakeStart));
        var action = Assert.IsType<RolloutAction.SetWeights>(Reconciler.Next(restored, Changed("weights"), Later.AddMinutes(1)));
        Assert.Equal([new VariantWeight("champion", 0.95), new VariantWeight("challenger-v8", 0.05)], action.Weights);
    }

    [Fact]
    public void Restore_ThirdVariantWithTraffic_TakesItsWeight()
    {
        var restored = Apply(Diverged("third"), new RolloutInput.Restore(Later.AddMinutes(1), "ann"));

        var action = Assert.IsType<RolloutAction.SetWeights>(Reconciler.Next(restored, Changed("third"), Later.AddMinutes(1)));
        Assert.Contains(new VariantWeight("other", 0), action.Weights);
    }

    [Fact]
    public void Restore_AtAGate_BakesBeforeTheGateIsReachedAgain()
    {
        var gate = Apply(RolloutSamples.In(RolloutPhase.AtGate, RolloutSamples.Plan(gate: true)), Look(Later, Changed("weights")));

        Assert.Equal(RolloutPhase.Baking, Apply(gate, new RolloutInput.Restore(Later, "ann")).Phase);
    }

    [Fact]
    public void Restore_ExchangedConfiguration_AsksForOursThenReadsItBackThenWantsItsWeights()
    {
        var ordered = Apply(Diverged("challenger gone and config"), new RolloutInput.Restore(Later.AddMinutes(1), "ann"));
        Assert.Equal(RolloutPhase.Paused, ordered.Phase);

        var asked = Apply(ordered, Look(Later.AddMinutes(2), Changed("challenger gone and config")));
        var action = Reconciler.Next(asked, Changed("challenger gone and config"), Later.AddMinutes(2));
        Assert.Equal(new RolloutAction.RestoreConfig("media-ranker", "media-ranker-config"), action);
        Assert.Equal(asked, Apply(asked, Look(Later.AddMinutes(2).AddSeconds(10), RolloutSamples.Endpoint(0, status: EndpointStatus.Updating))));

        var back = Apply(asked, Look(Later.AddMinutes(4), RolloutSamples.Endpoint(0)));
        Assert.Equal((RolloutPhase.Baking, null), (back.Phase, back.Divergence));
        Assert.IsType<RolloutAction.SetWeights>(Reconciler.Next(back, RolloutSamples.Endpoint(0), Later.AddMinutes(4)));
    }

    [Fact]
    public void Restore_AnotherVariantCarriesTheTraffic_MovesItAwayFirst()
    {
        var endpoint = Changed("challenger gone and config");
        endpoint = endpoint with { Variants = [.. endpoint.Variants, new VariantDescription("other", "media-ranker-v6", "ml.m5.xlarge", 1, 1, 1, 1)] };
        var ordered = Apply(Apply(RolloutSamples.In(RolloutPhase.Baking), Look(Later, endpoint)), new RolloutInput.Restore(Later, "ann"));

        var asked = Apply(ordered, Look(Later.AddMinutes(1), endpoint));

        var action = Assert.IsType<RolloutAction.SetWeights>(Reconciler.Next(asked, endpoint, Later.AddMinutes(1)));
        Assert.Equal([new VariantWeight("champion", 1), new VariantWeight("other", 0)], action.Weights);
    }

    [Fact]
    public void Restore_NeverReadBack_GivesUpAfterFiveRequestsAndCallsForAPerson()
    {
        var state = Apply(Diverged("config"), new RolloutInput.Restore(Later, "ann"));
        for (var minute = 1; minute <= 6; minute++)
        {
            state = Apply(state, Look(Later.AddMinutes(minute), Changed("config")));
        }

        Assert.Equal((RolloutPhase.Paused, true), (state.Phase, state.Paged));
        Assert.Null(state.Divergence!.Restoration);
    }

    [Fact]
    public void Restore_RefusedByTheCloud_StaysDivergedAndCallsForAPerson()
    {
        var asked = Apply(Apply(Diverged("config"), new RolloutInput.Restore(Later, "ann")), Look(Later.AddMinutes(1), Changed("config")));

        var refused = Apply(asked, new RolloutInput.ReportRefusal(Later.AddMinutes(1), "no such configuration"));

        Assert.Equal((RolloutPhase.Paused, true), (refused.Phase, refused.Paged));
        Assert.Null(refused.Divergence!.Restoration);
    }

    [Fact]
    public void Restore_OtherContentUnderTheSameName_IsRefusedWithTheReason()
    {
        var refused = Assert.IsType<Decision.Refused>(RolloutDecider.Decide(Diverged("champion's model"), new RolloutInput.Restore(Later, "ann")));

        Assert.Contains("its configuration still has the name media-ranker-config and another content", refused.Reason, StringComparison.Ordinal);
    }

    private static RolloutState Diverged(string change) => Apply(RolloutSamples.In(RolloutPhase.Baking), Look(Later, Changed(change)));

    private static EndpointDescription Changed(string change)
    {
        var endpoint = RolloutSamples.Endpoint(0.05);
        return change switch
        {
            "weights" => RolloutSamples.Endpoint(0.33),
            "no traffic" => RolloutSamples.Endpoint(0),
            "all traffic" => RolloutSamples.Endpoint(1),
            "config" => endpoint with { ConfigName = "by-hand" },
            "champion's model" => With(endpoint, "champion", one => one with { ModelName = "media-ranker-v5" }),
            "challenger's model" => With(endpoint, "challenger-v8", one => one with { ModelName = "media-ranker-v5" }),
            "instance type" => With(endpoint, "challenger-v8", one => one with { InstanceType = "ml.c5.large" }),
            "challenger gone" => RolloutSamples.Endpoint(withChallenger: false),
            "challenger gone and config" => RolloutSamples.Endpoint(withChallenger: false) with { ConfigName = "by-hand" },
            "third" => endpoint with { Variants = [.. endpoint.Variants, new VariantDescription("other", "media-ranker-v6", "ml.m5.xlarge", 1, 1, 1, 1)] },
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        };
    }

    private static EndpointDescription With(EndpointDescription endpoint, string variant, Func<VariantDescription, VariantDescription> change) =>
        endpoint with { Variants = [.. endpoint.Variants.Select(one => one.Name == variant ? change(one) : one)] };

    private static bool SameSight(EndpointSight one, EndpointSight other) => one.ConfigName == other.ConfigName && one.Variants.SequenceEqual(other.Variants);

    private static RolloutEvent[] Ready() =>
        [new RolloutEvent.PreparationStarted(), new RolloutEvent.VariantRequested(1), new RolloutEvent.VariantReady("media-ranker-config", EndpointSight.Of(RolloutSamples.Endpoint()))];

    private static RolloutInput.Observe Look(DateTimeOffset at, EndpointDescription endpoint, Verdict? verdict = null) =>
        new(at, endpoint, null, [RolloutSamples.Assessed(verdict ?? RolloutSamples.Healthy)]);

    private static RolloutState Apply(RolloutState state, RolloutInput input) =>
        Assert.IsType<Decision.Accepted>(RolloutDecider.Decide(state, input)).Events
            .Aggregate(state, (before, happened) => RolloutEvolution.Evolve(before, new RecordedRolloutEvent(before.Version + 1, input.At, input.Actor, happened)));
}
