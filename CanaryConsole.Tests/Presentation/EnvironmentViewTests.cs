using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Presentation.Environments;
using CanaryConsole.Presentation.Fleet;
using CanaryConsole.Tests.Components;
using CanaryConsole.Tests.Core.Rollouts;

namespace CanaryConsole.Tests.Presentation;

public sealed class EnvironmentViewTests
{
    private static readonly DeploymentEnvironment Dev = new("dev", ["*-dev"]);

    private static readonly DeploymentEnvironment Prod = new("prod", ["*"]) { Approvals = 2, Predecessor = new PredecessorRule("dev", TimeSpan.FromHours(24)), Strategies = [Strategy.Linear] };

    private static readonly EnvironmentDirectory Directory = new([Dev, Prod]);

    private static readonly RolloutPlan InDev = RolloutSamples.Plan() with { Endpoint = "media-ranker-dev" };

    [Fact]
    public void Offers_OfACompletedRolloutInDev_GoToTheEndpointOfProdThatIsCalledAlike()
    {
        var offer = Assert.Single(PromotionOffer.Of(RolloutSamples.In(RolloutPhase.Completed, InDev), Directory, ["media-ranker", "media-ranker-dev", "search-embeddings"]));

        Assert.Equal((Prod, "media-ranker"), (offer.To, offer.Endpoint));
        Assert.Equal("/rollouts/new?endpoint=media-ranker&group=media-ranker&version=8&promoteFrom=media-ranker-20261120-1", offer.Href);
    }

    [Theory]
    [InlineData(RolloutPhase.Soaking)]
    [InlineData(RolloutPhase.RolledBack)]
    public void Offers_OfARolloutThatDidNotComplete_AreNone(RolloutPhase phase) =>
        Assert.Empty(PromotionOffer.Of(RolloutSamples.In(phase, InDev), Directory, ["media-ranker", "media-ranker-dev"]));

    [Fact]
    public void Offers_WhereNothingComesAfterOrThereIsNoEndpoint_AreNone()
    {
        Assert.Empty(PromotionOffer.Of(RolloutSamples.In(RolloutPhase.Completed), Directory, ["media-ranker"]));
        Assert.Empty(PromotionOffer.Of(RolloutSamples.In(RolloutPhase.Completed, InDev), Directory, ["media-ranker-dev"]));
    }

    [Fact]
    public void Plan_Promoted_KeepsTheVersionAndLeavesWhatBelongsToDev()
    {
        var from = new RolloutRecord(
            RolloutSamples.In(RolloutPhase.Completed, InDev),
            [new(1, RolloutSamples.Start, "ann", new RolloutEvent.RolloutPlanned(RolloutSamples.Id, InDev, "digest", Asked()))]);

        var plan = PromotionPlan.Of(from, "media-ranker", environmentOf(Strategy.Canary));
        var other = PromotionPlan.Of(from, "media-ranker", Prod);

        Assert.Equal(new RolloutRequest { Endpoint = "media-ranker", PackageGroup = "media-ranker", PackageVersion = 8, SoakMinutes = 5, BakeMinutes = 3 }, plan);
        Assert.Equal((Strategy.Linear, null), (other.Strategy, other.BakeMinutes));

        static RolloutRequest Asked() => new()
        {
            Endpoint = "media-ranker-dev",
            ModelName = "media-ranker-v8",
            ChampionVariant = "champion",
            InstanceType = "ml.m5.large",
            InstanceCount = 1,
            OverrideArtifact = "only dev",
            SoakMinutes = 5,
            BakeMinutes = 3,
        };

        static DeploymentEnvironment environmentOf(Strategy strategy) => Prod with { Strategies = [strategy] };
    }

    [Fact]
    public void Approvals_AfterTheFirst_SayHowManyAndWhoMay()
    {
        var plan = RolloutSamples.Plan() with { Environment = new PlanEnvironment("prod", 2, false) };
        var state = RolloutSamples.In(RolloutPhase.AwaitingApproval, plan) with { LatestApproval = new Approval("ben", RolloutSamples.Start, null, null) };

        var view = ApprovalView.Of(state)!;

        Assert.Equal(("1 of 2 approvals, not your own", "Anybody may approve but tester, ben."), (view.Title, view.Who));
        Assert.Null(ApprovalView.Of(RolloutSamples.In(RolloutPhase.Planned)));
    }

    [Fact]
    public void Rules_OfProd_AreASentenceEach() => Assert.Equal(
        [
            "2 people must approve, none of them whoever started it.",
            "The same version must have served in dev for 1 day, in one go and without a breach.",
            "Allowed: Linear.",
            "The version must be approved in the registry.",
            "A broken artifact is refused.",
        ],
        EnvironmentSentences.Of(Prod));

    [Theory]
    [InlineData("env:prod", new[] { "media-ranker" })]
    [InlineData("!env:prod", new[] { "media-ranker-dev" })]
    [InlineData("env:dev,prod", new[] { "media-ranker", "media-ranker-dev" })]
    public void Fleet_SearchedByEnvironment_ShowsItsEndpoints(string search, string[] names)
    {
        var snapshot = SnapshotBuilder.Snapshot([SnapshotBuilder.Endpoint(), SnapshotBuilder.Endpoint("media-ranker-dev", EndpointStatus.InService)]);

        var view = FleetView.Of(snapshot, FleetQuery.Parse(search), null, Directory);

        Assert.Equal(names, view.Rows.Select(row => row.Name));
    }
}
