using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Tests.Sandbox.Endpoints;

public sealed class EndpointLifetimeTests
{
    private static readonly TimeSpan Fleet = TimeSpan.FromMinutes(4);

    private readonly LocalAws _aws = new();

    [Fact]
    public void UpdateEndpoint_AddingAVariant_TakesAFleetsTimeAndKeepsWhatWasRetained()
    {
        _aws.SetWeights("search-embeddings", ("champion", 70), ("challenger", 30));
        _aws.Time.Advance(TimeSpan.FromSeconds(8));
        _aws.CreateConfig("next", ("champion", "search-embeddings-v12", 1), ("challenger", "search-embeddings-v13", 1), ("third", "media-ranker-v8", 0));
        Update("search-embeddings", "next", retain: true);

        _aws.Time.Advance(Fleet - TimeSpan.FromSeconds(1));
        var during = _aws.Describe();
        Assert.Equal((EndpointStatus.Updating, "search-embeddings-config"), (during.EndpointStatus, during.EndpointConfigName));
        Assert.Equal(2, during.ProductionVariants!.Count);
        Assert.Equal("next", during.PendingDeploymentSummary!.EndpointConfigName);

        _aws.Time.Advance(TimeSpan.FromSeconds(1));
        var after = _aws.Describe();
        Assert.Equal((EndpointStatus.InService, "next"), (after.EndpointStatus, after.EndpointConfigName));
        Assert.Null(after.PendingDeploymentSummary);
        Assert.Equal(
            [("champion", 70f, 2), ("challenger", 30f, 2), ("third", 0f, 1)],
            after.ProductionVariants!.Select(variant => (variant.VariantName, variant.CurrentWeight!.Value, variant.CurrentInstanceCount!.Value)));
    }

    [Fact]
    public void UpdateEndpoint_NotRetaining_ResetsWeightsAndCountsToTheConfigs()
    {
        _aws.CreateConfig("next", ("champion", "search-embeddings-v12", 3));
        Update("search-embeddings", "next", retain: false);
        _aws.Time.Advance(Fleet);

        var champion = Assert.Single(_aws.Describe().ProductionVariants!);
        Assert.Equal((3f, 1), (champion.CurrentWeight, champion.CurrentInstanceCount));
    }

    [Fact]
    public void UpdateEndpoint_ExcludingWeights_RetainsOnlyCounts()
    {
        _aws.CreateConfig("next", ("champion", "search-embeddings-v12", 3));
        _aws.Call("SageMaker.UpdateEndpoint", new UpdateEndpointRequest
        {
            EndpointName = "search-embeddings",
            EndpointConfigName = "next",
            RetainAllVariantProperties = true,
            ExcludeRetainedVariantProperties = [new VariantProperty { VariantPropertyType = VariantPropertyType.DesiredWeight }],
        });
        _aws.Time.Advance(Fleet);

        var champion = Assert.Single(_aws.Describe().ProductionVariants!);
        Assert.Equal((3f, 2), (champion.CurrentWeight, champion.CurrentInstanceCount));
    }

    [Fact]
    public void UpdateEndpoint_ContainerThatNeverAnswers_EndsInServiceOnTheOldConfig()
    {
        _aws.CreateConfig("broken", ("champion", "media-ranker-v7", 1), ("challenger", "media-ranker-v12", 0));
        Update("media-ranker", "broken", retain: true);
        _aws.Time.Advance(Fleet);

        var after = _aws.Describe("media-ranker");
        Assert.Equal((EndpointStatus.InService, "media-ranker-config", null), (after.EndpointStatus, after.EndpointConfigName, after.FailureReason));
        Assert.Single(after.ProductionVariants!);
    }

    [Fact]
    public void CreateEndpoint_UntilInService_ServesNobodyAndRefusesChanges()
    {
        _aws.CreateConfig("new", ("only", "media-ranker-v8", 1));
        Create("fresh", "new");

        var creating = _aws.Describe("fresh");
        Assert.Equal(EndpointStatus.Creating, creating.EndpointStatus);
        Assert.Equal((0f, 0), (creating.ProductionVariants![0].CurrentWeight, creating.ProductionVariants[0].CurrentInstanceCount));
        Assert.StartsWith("Cannot update in-progress endpoint", _aws.Refused("SageMaker.DeleteEndpoint", new DeleteEndpointRequest { EndpointName = "fresh" }), StringComparison.Ordinal);

        _aws.Time.Advance(Fleet);
        Assert.Equal(EndpointStatus.InService, _aws.Describe("fresh").EndpointStatus);
    }

    [Fact]
    public void CreateEndpoint_ContainerThatNeverAnswers_FailsAndAllowsDeletionOnly()
    {
        _aws.CreateConfig("new", ("only", "media-ranker-v12", 1));
        Create("fresh", "new");
        _aws.Time.Advance(Fleet);

        var failed = _aws.Describe("fresh");
        Assert.Equal(EndpointStatus.Failed, failed.EndpointStatus);
        Assert.Contains("did not pass the ping health check", failed.FailureReason, StringComparison.Ordinal);
        Assert.StartsWith(
            "Cannot update endpoint",
            _aws.Refused("SageMaker.UpdateEndpoint", new UpdateEndpointRequest { EndpointName = "fresh", EndpointConfigName = "new" }),
            StringComparison.Ordinal);

        _aws.Call("SageMaker.DeleteEndpoint", new DeleteEndpointRequest { EndpointName = "fresh" });
    }

    [Fact]
    public void DeleteEndpoint_AfterDeleting_IsGone()
    {
        _aws.Call("SageMaker.DeleteEndpoint", new DeleteEndpointRequest { EndpointName = "media-ranker" });
        Assert.Equal(EndpointStatus.Deleting, _aws.Describe("media-ranker").EndpointStatus);

        _aws.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Contains("Could not find endpoint", _aws.Refused("SageMaker.DescribeEndpoint", new DescribeEndpointRequest { EndpointName = "media-ranker" }), StringComparison.Ordinal);
        _aws.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(_aws.Metric("Invocations", "Sum", TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Create_WhatExistsOrPointsNowhere_IsRefused()
    {
        Assert.Equal(
            "Cannot create already existing endpoint \"arn:aws:sagemaker:eu-central-1:123456789012:endpoint/media-ranker\".",
            _aws.Refused("SageMaker.CreateEndpoint", new CreateEndpointRequest { EndpointName = "media-ranker", EndpointConfigName = "media-ranker-config" }));
        Assert.Equal(
            "Could not find endpoint configuration \"arn:aws:sagemaker:eu-central-1:123456789012:endpoint-config/nope\".",
            _aws.Refused("SageMaker.CreateEndpoint", new CreateEndpointRequest { EndpointName = "x", EndpointConfigName = "nope" }));
        Assert.Equal(
            "Could not find model \"arn:aws:sagemaker:eu-central-1:123456789012:model/nope\".",
            _aws.Refused("SageMaker.CreateEndpointConfig", new CreateEndpointConfigRequest
            {
                EndpointConfigName = "x",
                ProductionVariants = [new ProductionVariant { VariantName = "v", ModelName = "nope", InstanceType = "ml.m5.xlarge" }],
            }));
        Assert.StartsWith(
            "1 validation error detected: Value 'bad_name' at 'modelName'",
            _aws.Refused("SageMaker.CreateModel", new CreateModelRequest { ModelName = "bad_name", PrimaryContainer = new ContainerDefinition() }),
            StringComparison.Ordinal);
    }

    private void Create(string endpoint, string config) =>
        _aws.Call("SageMaker.CreateEndpoint", new CreateEndpointRequest { EndpointName = endpoint, EndpointConfigName = config });

    private void Update(string endpoint, string config, bool retain) => _aws.Call(
        "SageMaker.UpdateEndpoint",
        new UpdateEndpointRequest { EndpointName = endpoint, EndpointConfigName = config, RetainAllVariantProperties = retain });
}
