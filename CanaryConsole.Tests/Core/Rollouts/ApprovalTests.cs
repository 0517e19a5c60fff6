using CanaryConsole.Core;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

/// <summary>What the table cannot say of approvals: words, who is who, and any order of people.</summary>
public sealed class ApprovalTests
{
    [Fact]
    public void Approve_ByWhoeverStartedIt_SaysWhoAndWhatIsNeeded()
    {
        var refused = Assert.IsType<Decision.Refused>(Decide(Waiting(2), "Tester"));

        Assert.Equal(
            $"Rollout {RolloutSamples.Id} cannot be approved while AwaitingApproval: tester started it, and prod takes no approval of whoever did; it needs 2 approvals of other people.", refused.Reason);
    }

    [Fact]
    public void Approve_OnceMoreByTheSame_SaysWhenTheyDid()
    {
        var once = After(Waiting(2), "ann");

        var refused = Assert.IsType<Decision.Refused>(Decide(once, "ANN"));

        Assert.Equal($"Rollout {RolloutSamples.Id} cannot be approved while AwaitingApproval: ann has approved it already, at 03:05 UTC; it needs one approval of other people.", refused.Reason);
    }

    [Fact]
    public void Approve_AnotherPlan_NamesBothDigests()
    {
        var waiting = Waiting(1);

        var refused = Assert.IsType<Decision.Refused>(RolloutDecider.Decide(waiting, new RolloutInput.Approve(RolloutSamples.Start, "ann", null, "0123456789abcdef")));

        Assert.Equal(
            $"Rollout {RolloutSamples.Id} cannot be approved while AwaitingApproval: the plan that was approved has the digest 0123456789ab, this one has {waiting.PlanDigest[..12]}; look at it again.",
            refused.Reason);
    }

    [Fact]
    public void Approve_ARolloutThatAWaveStarted_IsNotForThePersonBehindTheWave()
    {
        var state = Waiting(1) with { StartedBy = "wave-20261120-1" };
        state = state with { Plan = state.Plan with { OnBehalfOf = "ann" } };

        Assert.IsType<Decision.Refused>(Decide(state, "ann"));
        Assert.IsType<Decision.Accepted>(Decide(state, "ben"));
    }

    [Fact]
    public void Approve_AskedForByThePlanAlone_IsForAnybody()
    {
        var state = RolloutSamples.In(RolloutPhase.AwaitingApproval, RolloutSamples.Plan(approval: true));

        Assert.IsType<RolloutEvent.PreparationStarted>(Assert.IsType<Decision.Accepted>(Decide(state, "tester")).Events[^1]);
    }

    [Fact]
    public void Approved_OfAnOlderConsole_CountsAndHasNoDigest()
    {
        var state = RolloutEvolution.Evolve(Waiting(2), new RecordedRolloutEvent(3, RolloutSamples.Start, "ann", new RolloutEvent.RolloutApproved("fine")));

        Assert.Equal([new Approval("ann", RolloutSamples.Start, "fine", null)], state.Approvals);
        Assert.Equal(1, state.ApprovalsMissing);
    }

    [Fact]
    public void Planned_WhereTheEnvironmentAsks_WaitsForApprovalThoughTheRequestDidNotAsk()
    {
        var planned = RolloutSamples.In(RolloutPhase.Planned, Plan(1, false));

        var decision = RolloutDecider.Decide(planned, new RolloutInput.Observe(RolloutSamples.Start, RolloutSamples.Endpoint(), null, []));

        Assert.IsType<RolloutEvent.ApprovalRequested>(Assert.Single(Assert.IsType<Decision.Accepted>(decision).Events));
    }

    [Fact]
    public void AnyOrderOfPeople_PreparationNeedsSoManyDifferentOnesAndNotTheStarter()
    {
        string[] people = ["tester", "ann", "Ann", "ben", "cleo", "Tester", "dan"];
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var (needed, self) = (random.Next(1, 5), random.Next(2) == 0);
            var state = Waiting(needed, self);
            var yes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            for (var step = 0; step < 12 && state.Phase is RolloutPhase.AwaitingApproval; step++)
            {
                var person = people[random.Next(people.Length)];
                var counts = (self || !ActorName.AreSame(person, "tester")) && yes.Add(person);

                Assert.True(counts == (Decide(state, person) is Decision.Accepted), $"seed {seed}: {person} should {(counts ? "" : "not ")}count");
                state = After(state, person);
                Assert.Equal(state.Phase is RolloutPhase.Preparing, state.Approvals.Count == needed);
                Assert.Equal(yes.Count, state.Approvals.Count);
            }
        }
    }

    private static RolloutPlan Plan(int approvals, bool self) => RolloutSamples.Plan() with { Environment = new PlanEnvironment("prod", approvals, self) };

    private static RolloutState Waiting(int approvals, bool self = false) => RolloutSamples.In(RolloutPhase.AwaitingApproval, Plan(approvals, self));

    private static Decision Decide(RolloutState state, string actor) => RolloutDecider.Decide(state, new RolloutInput.Approve(RolloutSamples.Start.AddMinutes(5), actor, null, state.PlanDigest));

    /// <summary>What the state is after a yes, taken or refused.</summary>
    private static RolloutState After(RolloutState state, string actor) => Decide(state, actor) is Decision.Accepted accepted
        ? accepted.Events.Aggregate(state, (at, happened) => RolloutEvolution.Evolve(at, new RecordedRolloutEvent(at.Version + 1, RolloutSamples.Start.AddMinutes(5), actor, happened)))
        : state;
}
