using CanaryConsole.Aws.Adapters;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Tests.Aws.Protocol;
using BasicAWSCredentials = Amazon.Runtime.BasicAWSCredentials;
using EndpointStatus = CanaryConsole.Core.Endpoints.EndpointStatus;

namespace CanaryConsole.Tests.Aws;

/// <summary>Our SageMaker client against an emulator that other people wrote from Amazon's documentation, and that checks every signature.</summary>
[Collection(nameof(MotoServer))]
public sealed class MotoSageMakerTests(MotoServer moto)
{
    private const string Role = "arn:aws:iam::123456789012:role/sagemaker";

    [MotoFact]
    public async Task Endpoint_FromModelToWeights_IsCreatedDescribedAndShifted()
    {
        using var sageMaker = SageMaker();
        using var runtime = TestClients.Runtime(moto.Url);
        var control = new SageMakerEndpointControl(sageMaker, runtime, TimeProvider.System);
        await sageMaker.CreateModelAsync(new CreateModelRequest
        {
            ModelName = "ranker-v1",
            ExecutionRoleArn = Role,
            PrimaryContainer = new ContainerDefinition { Image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ranker:1", ModelDataUrl = "s3://models/ranker/v1/model.tar.gz" },
        });
        await sageMaker.CreateEndpointConfigAsync(new CreateEndpointConfigRequest
        {
            EndpointConfigName = "ranker-config",
            ProductionVariants = [Variant("champion", 1), Variant("challenger", 0.25f)],
            Tags = [new CanaryConsole.Aws.SageMaker.Model.Tag { Key = "team", Value = "media" }],
        });
        await sageMaker.CreateEndpointAsync(new CreateEndpointRequest { EndpointName = "ranker", EndpointConfigName = "ranker-config" });

        var described = await control.DescribeAsync("ranker", CancellationToken.None);

        Assert.Equal(
            (EndpointStatus.InService, "ranker-config", TimeSpan.FromSeconds(60)),
            (described.Status, described.ConfigName, described.MetricPeriod));
        Assert.Equal(
            [new VariantDescription("champion", "ranker-v1", "ml.m5.xlarge", 1, 1, 1, 1), new VariantDescription("challenger", "ranker-v1", "ml.m5.xlarge", 0.25, 0.25, 1, 1)],
            described.Variants);

        await control.SetWeightsAsync("ranker", [new VariantWeight("champion", 0.5), new VariantWeight("challenger", 0.75)], CancellationToken.None);

        Assert.Equal([0.5, 0.75], (await control.DescribeAsync("ranker", CancellationToken.None)).Variants.Select(v => v.CurrentWeight));
        Assert.Contains(await control.ListAsync(CancellationToken.None), listing => listing is { Name: "ranker", Status: EndpointStatus.InService });
        var registry = new SageMakerModelRegistry(sageMaker);
        Assert.Equal(
            "s3://models/ranker/v1/model.tar.gz", (await registry.FindModelAsync("ranker-v1", CancellationToken.None))!.ArtifactUri);
        Assert.Contains(await registry.ListModelsAsync(CancellationToken.None), model => model.Name == "ranker-v1");
    }

    [MotoFact]
    public async Task Endpoint_Unknown_IsNotFound()
    {
        using var sageMaker = SageMaker();
        using var runtime = TestClients.Runtime(moto.Url);
        var control = new SageMakerEndpointControl(sageMaker, runtime, TimeProvider.System);

        var error = await Assert.ThrowsAsync<CloudException>(() => control.DescribeAsync("no-such-endpoint", CancellationToken.None));

        Assert.Equal(CloudFailure.NotFound, error.Failure);
        Assert.Contains("no-such-endpoint", error.Message, StringComparison.Ordinal);
        Assert.Null(await new SageMakerModelRegistry(sageMaker).FindModelAsync("no-such-model", CancellationToken.None));
    }

    [MotoFact]
    public async Task Call_SignedWithAnotherSecret_IsRefused()
    {
        var forged = new BasicAWSCredentials((await moto.Credentials.GetCredentialsAsync()).AccessKey, "another");
        using var sageMaker = TestClients.SageMaker(moto.Url, TimeSpan.FromSeconds(30), forged);

        var error = await Assert.ThrowsAsync<AmazonSageMakerException>(() => sageMaker.ListModelsAsync(new ListModelsRequest()));

        Assert.Equal("SignatureDoesNotMatch", error.ErrorCode);
    }

    [MotoFact]
    public async Task Registry_GroupAndPackages_AreListedApprovedAndTagged()
    {
        using var sageMaker = SageMaker();
        var group = await sageMaker.CreateModelPackageGroupAsync(new CreateModelPackageGroupRequest { ModelPackageGroupName = "ranker", ModelPackageGroupDescription = "d" });
        var package = await sageMaker.CreateModelPackageAsync(new CreateModelPackageRequest
        {
            ModelPackageGroupName = "ranker",
            ModelApprovalStatus = ModelApprovalStatus.PendingManualApproval,
            InferenceSpecification = new InferenceSpecification
            {
                Containers = [new ModelPackageContainerDefinition { Image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ranker:2", ModelDataUrl = "s3://models/2" }],
                SupportedContentTypes = ["application/json"],
                SupportedResponseMIMETypes = ["application/json"],
            },
        });

        await sageMaker.UpdateModelPackageAsync(new UpdateModelPackageRequest { ModelPackageArn = package.ModelPackageArn, ModelApprovalStatus = ModelApprovalStatus.Approved });
        await sageMaker.AddTagsAsync(new AddTagsRequest { ResourceArn = group.ModelPackageGroupArn, Tags = [Tag("team", "media"), Tag("stage", "test")] });
        await sageMaker.DeleteTagsAsync(new DeleteTagsRequest { ResourceArn = group.ModelPackageGroupArn, TagKeys = ["stage"] });

        var described = await sageMaker.DescribeModelPackageAsync(new DescribeModelPackageRequest { ModelPackageName = package.ModelPackageArn });
        Assert.Equal(
            (ModelApprovalStatus.Approved, 1, "s3://models/2"),
            (described.ModelApprovalStatus, described.ModelPackageVersion, described.InferenceSpecification!.Containers![0].ModelDataUrl));
        Assert.Equal("d", (await sageMaker.DescribeModelPackageGroupAsync(new DescribeModelPackageGroupRequest { ModelPackageGroupName = "ranker" })).ModelPackageGroupDescription);
        Assert.Equal("ranker", Assert.Single(await new SageMakerModelRegistry(sageMaker).ListGroupsAsync(CancellationToken.None)));
        Assert.Equal(package.ModelPackageArn, Assert.Single((await sageMaker.ListModelPackagesAsync(new ListModelPackagesRequest { ModelPackageGroupName = "ranker" })).ModelPackageSummaryList!).ModelPackageArn);
        Assert.Equal(("team", "media"), Assert.Single((await sageMaker.ListTagsAsync(new ListTagsRequest { ResourceArn = group.ModelPackageGroupArn })).Tags!) is { } tag ? (tag.Key, tag.Value) : default);
    }

    [MotoFact]
    public async Task Endpoint_WithItsConfigAndModel_IsDeleted()
    {
        using var sageMaker = SageMaker();
        await CreateEndpointAsync(sageMaker, "short-lived");

        await sageMaker.DeleteEndpointAsync(new DeleteEndpointRequest { EndpointName = "short-lived" });
        await sageMaker.DeleteEndpointConfigAsync(new DeleteEndpointConfigRequest { EndpointConfigName = "short-lived" });
        await sageMaker.DeleteModelAsync(new DeleteModelRequest { ModelName = "short-lived" });

        Assert.DoesNotContain((await sageMaker.ListEndpointsAsync(new ListEndpointsRequest())).Endpoints!, endpoint => endpoint.EndpointName == "short-lived");
        Assert.DoesNotContain((await sageMaker.ListEndpointConfigsAsync(new ListEndpointConfigsRequest())).EndpointConfigs!, config => config.EndpointConfigName == "short-lived");
        Assert.DoesNotContain((await sageMaker.ListModelsAsync(new ListModelsRequest())).Models!, model => model.ModelName == "short-lived");
    }

    private AmazonSageMakerClient SageMaker() => TestClients.SageMaker(moto.Url, TimeSpan.FromSeconds(30), moto.Credentials);

    internal static async Task CreateEndpointAsync(AmazonSageMakerClient sageMaker, string name)
    {
        await sageMaker.CreateModelAsync(new CreateModelRequest
        {
            ModelName = name,
            ExecutionRoleArn = Role,
            PrimaryContainer = new ContainerDefinition { Image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/ranker:1" },
        });
        var variant = Variant("champion", 1);
        variant.ModelName = name;
        await sageMaker.CreateEndpointConfigAsync(new CreateEndpointConfigRequest { EndpointConfigName = name, ProductionVariants = [variant] });
        await sageMaker.CreateEndpointAsync(new CreateEndpointRequest { EndpointName = name, EndpointConfigName = name });
    }

    private static CanaryConsole.Aws.SageMaker.Model.Tag Tag(string key, string value) => new() { Key = key, Value = value };

    private static ProductionVariant Variant(string name, float weight) => new()
    {
        VariantName = name,
        ModelName = "ranker-v1",
        InstanceType = "ml.m5.xlarge",
        InitialInstanceCount = 1,
        InitialVariantWeight = weight,
    };
}
