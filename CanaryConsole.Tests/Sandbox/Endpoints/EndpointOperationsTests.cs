using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Tests.Sandbox.Endpoints;

public sealed class EndpointOperationsTests
{
    private const string UpdateWeights = "SageMaker.UpdateEndpointWeightsAndCapacities";
    private const string InProgress = "Cannot update in-progress endpoint \"arn:aws:sagemaker:eu-central-1:123456789012:endpoint/search-embeddings\".";

    private readonly LocalAws _aws = new();

    [Fact]
    public void DescribeEndpoint_AtStart_ShowsTheFixedWorld()
    {
        var ranker = _aws.Describe("media-ranker");
        Assert.Equal(EndpointStatus.InService, ranker.EndpointStatus);
        Assert.Equal(10, ranker.MetricsConfig!.MetricPublishFrequencyInSeconds);
        var champion = Assert.Single(ranker.ProductionVariants!);
        Assert.Equal(("champion", 1f, 2), (champion.VariantName, champion.CurrentWeight, champion.CurrentInstanceCount));

        var search = _aws.Describe().ProductionVariants!.Select(variant => (variant.VariantName, variant.CurrentWeight, variant.DesiredWeight));
        Assert.Equal([("champion", 80f, 80f), ("challenger", 20f, 20f)], search);
    }

    [Fact]
    public void DescribeEndpoint_Unknown_IsRefusedInAmazonsWords() => Assert.Equal(
        "Could not find endpoint \"arn:aws:sagemaker:eu-central-1:123456789012:endpoint/x\".",
        _aws.Refused("SageMaker.DescribeEndpoint", new DescribeEndpointRequest { EndpointName = "x" }));

    [Fact]
    public void DescribeEndpoint_NoName_NamesTheMissingMember() => Assert.Equal(
        "1 validation error detected: Value null at 'endpointName' failed to satisfy constraint: Member must not be null",
        _aws.Refused("SageMaker.DescribeEndpoint", new DescribeEndpointRequest()));

    [Fact]
    public void UpdateWeights_UntilDone_KeepsTheOldWeightsAndThenAppliesTheNew()
    {
        var before = _aws.Describe().LastModifiedTime;
        _aws.SetWeights("search-embeddings", ("champion", 50), ("challenger", 50));

        _aws.Time.Advance(TimeSpan.FromSeconds(7.9));
        var during = _aws.Describe();
        Assert.Equal(EndpointStatus.Updating, during.EndpointStatus);
        Assert.Equal([(80f, 50f), (20f, 50f)], Weights(during));
        Assert.True(during.LastModifiedTime > before);

        _aws.Time.Advance(TimeSpan.FromSeconds(0.1));
        var after = _aws.Describe();
        Assert.Equal(EndpointStatus.InService, after.EndpointStatus);
        Assert.Equal([(50f, 50f), (50f, 50f)], Weights(after));
        Assert.True(after.LastModifiedTime > during.LastModifiedTime);
        Assert.Null(after.ProductionVariants![0].VariantStatus);
    }

    [Fact]
    public void Change_WhileUpdating_IsRefusedAndChangesNothing()
    {
        _aws.SetWeights("search-embeddings", ("champion", 50), ("challenger", 50));

        Assert.Equal(InProgress, _aws.Refused(UpdateWeights, Request(new DesiredWeightAndCapacity { VariantName = "champion", DesiredWeight = 1 })));
        Assert.Equal(InProgress, _aws.Refused(
            "SageMaker.UpdateEndpoint", new UpdateEndpointRequest { EndpointName = "search-embeddings", EndpointConfigName = "search-embeddings-config" }));
        Assert.Equal(InProgress, _aws.Refused("SageMaker.DeleteEndpoint", new DeleteEndpointRequest { EndpointName = "search-embeddings" }));

        _aws.Time.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal([(50f, 50f), (50f, 50f)], Weights(_aws.Describe()));
    }

    [Theory]
    [InlineData(-1f, "1 validation error detected: Value '-1' at 'desiredWeightsAndCapacities.1.member.desiredWeight' failed to satisfy constraint: Member must have value greater than or equal to 0")]
    [InlineData(float.NaN, "1 validation error detected: Value 'NaN' at 'desiredWeightsAndCapacities.1.member.desiredWeight' failed to satisfy constraint: Member must have value greater than or equal to 0")]
    [InlineData(float.PositiveInfinity, "1 validation error detected: Value 'Infinity' at 'desiredWeightsAndCapacities.1.member.desiredWeight' failed to satisfy constraint: Member must have value greater than or equal to 0")]
    public void UpdateWeights_ImpossibleWeight_IsRefused(float weight, string message) =>
        Assert.Equal(message, _aws.Refused(UpdateWeights, Request(new DesiredWeightAndCapacity { VariantName = "champion", DesiredWeight = weight })));

    [Fact]
    public void UpdateWeights_AllZero_IsRefused() => Assert.Equal(
        "The sum of the weights of all production variants must be greater than 0.",
        _aws.Refused(UpdateWeights, Request(
            new DesiredWeightAndCapacity { VariantName = "champion", DesiredWeight = 0 },
            new DesiredWeightAndCapacity { VariantName = "challenger", DesiredWeight = 0 })));

    [Fact]
    public void UpdateWeights_UnknownVariant_IsRefused() => Assert.Equal(
        "The variant name(s) \"nobody\" is/are not present within endpoint configuration \"arn:aws:sagemaker:eu-central-1:123456789012:endpoint-config/search-embeddings-config\".",
        _aws.Refused(UpdateWeights, Request(new DesiredWeightAndCapacity { VariantName = "nobody", DesiredWeight = 1 })));

    [Fact]
    public void UpdateWeights_CapacityOfTwoVariants_IsRefused() => Assert.Equal(
        "Only one variant's capacity can be updated at a time.",
        _aws.Refused(UpdateWeights, Request(
            new DesiredWeightAndCapacity { VariantName = "champion", DesiredInstanceCount = 3 },
            new DesiredWeightAndCapacity { VariantName = "challenger", DesiredInstanceCount = 3 })));

    [Fact]
    public void UpdateCapacity_MoreInstances_TakesAsLongAsAFleet()
    {
        _aws.Call(UpdateWeights, Request(new DesiredWeightAndCapacity { VariantName = "champion", DesiredInstanceCount = 4 }));

        _aws.Time.Advance(TimeSpan.FromMinutes(3.9));
        Assert.Equal((2, 4), Instances(_aws.Describe()));

        _aws.Time.Advance(TimeSpan.FromMinutes(0.1));
        Assert.Equal((4, 4), Instances(_aws.Describe()));
    }

    [Fact]
    public void ListEndpoints_TwoPages_ListsEachOnce()
    {
        var first = _aws.Call<ListEndpointsResponse>("SageMaker.ListEndpoints", new ListEndpointsRequest { MaxResults = 1, SortBy = EndpointSortKey.Name, SortOrder = OrderKey.Ascending });
        var second = _aws.Call<ListEndpointsResponse>(
            "SageMaker.ListEndpoints", new ListEndpointsRequest { MaxResults = 1, SortBy = EndpointSortKey.Name, SortOrder = OrderKey.Ascending, NextToken = first.NextToken });

        Assert.Equal("media-ranker", Assert.Single(first.Endpoints!).EndpointName);
        Assert.Equal("search-embeddings", Assert.Single(second.Endpoints!).EndpointName);
        Assert.Null(second.NextToken);
        Assert.Equal("Invalid pagination token.", _aws.Refused("SageMaker.ListEndpoints", new ListEndpointsRequest { NextToken = "?" }));
    }

    [Fact]
    public void ListEndpoints_ByStatus_ListsOnlyThose()
    {
        _aws.SetWeights("search-embeddings", ("champion", 1));

        var updating = _aws.Call<ListEndpointsResponse>("SageMaker.ListEndpoints", new ListEndpointsRequest { StatusEquals = EndpointStatus.Updating });
        Assert.Equal("search-embeddings", Assert.Single(updating.Endpoints!).EndpointName);
    }

    private static UpdateEndpointWeightsAndCapacitiesRequest Request(params List<DesiredWeightAndCapacity> desired) =>
        new() { EndpointName = "search-embeddings", DesiredWeightsAndCapacities = desired };

    private static IEnumerable<(float, float)> Weights(DescribeEndpointResponse endpoint) =>
        endpoint.ProductionVariants!.Select(variant => (variant.CurrentWeight!.Value, variant.DesiredWeight!.Value));

    private static (int?, int?) Instances(DescribeEndpointResponse endpoint) =>
        (endpoint.ProductionVariants![0].CurrentInstanceCount, endpoint.ProductionVariants[0].DesiredInstanceCount);
}
