using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Serving;
using CanaryConsole.Tests.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Serving;

public class ServingTimelineTests
{
    private static readonly RolloutPlan Plan = RolloutSamples.Plan() with { ChampionModel = "media-ranker-v7" };

    [Fact]
    public void Of_AManagedDeployment_IsTheOrderAndEachShareThatWasSeen()
    {
        var changes = Of(
            new RolloutEvent.PreparationStarted(),
            new RolloutEvent.ManagedEvent.DeploymentRequested(1, "cc-config"),
            Progressed(0),
            Progressed(0.5),
            Progressed(0.5),
            new RolloutEvent.ManagedEvent.DeploymentConfirmed("cc-config", TimeSpan.FromMinutes(4)));

        Assert.Equal(
            ["Ordered challenger-v8 100 %", "ReadBack champion 100 %", "ReadBack champion 50 %, challenger-v8 50 %", "ReadBack challenger-v8 100 %"],
            changes.Select(Told));
    }

    [Fact]
    public void Of_AChangeFromOutsideDuringARollout_IsWhatWasSeen()
    {
        var wanted = new EndpointSight("config", [Seen("champion", 0.95), Seen("challenger-v8", 0.05)]);
        var found = new EndpointSight("config", [Seen("champion", 1), Seen("challenger-v8", 1), Seen("other", 0)]);

        var changes = Of(
            new RolloutEvent.StepStarted(0, Percentage.FromPercent(5), "first"),
            new RolloutEvent.WeightsConfirmed(Percentage.FromPercent(5), TimeSpan.Zero),
            new RolloutEvent.DivergenceEvent.EndpointDiverged(new Divergence(wanted, found, ["the challenger has 50 %, wanted 5 %"], ConfigChanged: false)));

        Assert.Equal(
            ["Ordered champion 95 %, challenger-v8 5 %", "ReadBack champion 95 %, challenger-v8 5 %", "ReadBack champion 50 %, challenger-v8 50 %"],
            changes.Select(Told));
    }

    [Fact]
    public void Of_WeightsByHandOfAnOlderConsole_KnowsNoModels()
    {
        var outside = new RecordedEndpointEvent(
            1, RolloutSamples.Start, "ann", new EndpointEvent.WeightsRequested([new VariantWeight("champion", 1), new VariantWeight("b", 0)], [new VariantWeight("champion", 3), new VariantWeight("b", 1)]));

        var changes = ServingTimeline.Of("media-ranker", [], [outside]);

        Assert.Equal(["ReadBack champion 100 %", "Ordered champion 75 %, b 25 %"], changes.Select(Told));
        Assert.All(changes.SelectMany(change => change.Variants), served => Assert.Null(served.Model));
    }

    [Fact]
    public void At_OrderedAndNeverSeen_IsPendingAndNotKnown()
    {
        var moment = ServingTimeline.At("media-ranker", Of(new RolloutEvent.StepStarted(0, Percentage.FromPercent(5), "first")), RolloutSamples.Start.AddDays(1));

        Assert.Equal((null, "Ordered champion 95 %, challenger-v8 5 %", false), (moment.Known, Told(moment.Pending!), moment.IsUnknown));
    }

    private static IReadOnlyList<ServingChange> Of(params RolloutEvent[] events)
    {
        var recorded = events
            .Prepend(new RolloutEvent.RolloutPlanned(RolloutSamples.Id, Plan, "digest"))
            .Select((happened, index) => new RecordedRolloutEvent(index + 1, RolloutSamples.Start.AddMinutes(index), "tester", happened))
            .ToList();
        return ServingTimeline.Of("media-ranker", [new RolloutRecord(RolloutEvolution.Fold(recorded), recorded)], []);
    }

    private static RolloutEvent.ManagedEvent.DeploymentProgressed Progressed(double share) =>
        new(new ManagedProgress(PendingStage.Baking, Percentage.FromFraction(share), 2, 2, 2, null));

    private static SeenVariant Seen(string name, double weight) => new(name, "", "ml.m5.xlarge", weight, 2);

    private static string Told(ServingChange change) => $"{change.Proof} {string.Join(", ", change.Variants.Select(served => $"{served.Variant} {served.Share}"))}";
}
