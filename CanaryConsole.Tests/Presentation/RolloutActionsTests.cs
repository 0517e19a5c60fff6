using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation;

namespace CanaryConsole.Tests.Presentation;

public class RolloutActionsTests
{
    [Theory]
    [InlineData(RolloutPhase.Planned, "Cancel")]
    [InlineData(RolloutPhase.AwaitingApproval, "Approve Cancel")]
    [InlineData(RolloutPhase.Preparing, "Cancel")]
    [InlineData(RolloutPhase.SmokeTesting, "RollBack")]
    [InlineData(RolloutPhase.Shadowing, "Pause RollBack")]
    [InlineData(RolloutPhase.Deploying, "RollBack")]
    [InlineData(RolloutPhase.Restoring, "")]
    [InlineData(RolloutPhase.Baking, "Pause Promote MoveShare RollBack")]
    [InlineData(RolloutPhase.AtGate, "Approve Pause Promote MoveShare RollBack")]
    [InlineData(RolloutPhase.Promoting, "RollBack")]
    [InlineData(RolloutPhase.Soaking, "RollBack")]
    [InlineData(RolloutPhase.Blocked, "RollBack")]
    [InlineData(RolloutPhase.RollingBack, "")]
    [InlineData(RolloutPhase.Completed, "")]
    [InlineData(RolloutPhase.RolledBack, "")]
    [InlineData(RolloutPhase.Cancelled, "")]
    public void For_Phase_OffersWhatIsLegal(RolloutPhase phase, string expected)
    {
        var rollout = new RolloutBuilder().BakingAt25().Healthy().Build();

        var actions = RolloutActions.For(rollout with { State = rollout.State with { Phase = phase } });

        Assert.Equal(expected, Shown(actions));
    }

    [Fact]
    public void For_PausedBake_OffersResumeBesideTheRest()
    {
        var rollout = new RolloutBuilder().BakingAt25().Healthy().Then(18, new RolloutEvent.RolloutPaused("lunch")).Build();

        Assert.Equal("Resume Promote MoveShare RollBack", Shown(RolloutActions.For(rollout)));
    }

    [Fact]
    public void For_BlockedBeforeTraffic_OffersCancel()
    {
        var rollout = new RolloutBuilder().Prepared().Then(5, new RolloutEvent.RolloutBlocked("access denied")).Build();

        Assert.Equal("Cancel RollBack", Shown(RolloutActions.For(rollout)));
    }

    [Fact]
    public void Promote_RequestsMissing_SaysHowMany() => Assert.Equal(
        "Ready when 188 more requests are in", RolloutActions.For(new RolloutBuilder().BakingAt25().Building().Build()).Promote.NotYet);

    [Fact]
    public void Promote_Breach_SaysWhich() => Assert.Equal(
        "Not while \"Error rate below 1 %\" is in breach", RolloutActions.For(new RolloutBuilder().BakingAt25().Breached().Build()).Promote.NotYet);

    [Fact]
    public void Promote_WaitingForAnotherLook_SaysForWhom() => Assert.Equal(
        "Ready when \"Error rate below 1 %\" is healthy",
        RolloutActions.For(new RolloutBuilder().BakingAt25().Judged(_ => new Verdict.Inconclusive("waiting for the newest metrics to settle", 0)).Build()).Promote.NotYet);

    [Fact]
    public void Promote_NothingSeenYet_SaysSo() => Assert.Equal(
        "Ready when the guardrails have been looked at once", RolloutActions.For(new RolloutBuilder().BakingAt25().Build()).Promote.NotYet);

    private static string Shown(RolloutActions actions) => string.Join(' ', new (string Name, Offer Offer)[]
    {
        ("Approve", actions.Approve),
        ("Resume", actions.Resume),
        ("Pause", actions.Pause),
        ("Promote", actions.Promote),
        ("MoveShare", actions.MoveShare),
        ("Cancel", actions.Cancel),
        ("RollBack", actions.RollBack),
    }.Where(pair => pair.Offer.Shown).Select(pair => pair.Name));
}
