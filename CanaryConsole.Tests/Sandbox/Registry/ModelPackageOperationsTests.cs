using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Tests.Sandbox.Registry;

public sealed class ModelPackageOperationsTests
{
    private readonly LocalAws _aws = new();

    [Fact]
    public void ListModelPackages_OfMediaRanker_ListsFiveToThirteenOldestFirst()
    {
        var packages = List(new ListModelPackagesRequest { ModelPackageGroupName = "media-ranker" });

        Assert.Equal(Enumerable.Range(5, 9), packages.Select(package => package.ModelPackageVersion!.Value));
        Assert.Equal([11], packages.Where(package => package.ModelApprovalStatus == ModelApprovalStatus.PendingManualApproval).Select(package => package.ModelPackageVersion!.Value));
        Assert.All(packages, package => Assert.True(package.CreationTime < _aws.Time.GetUtcNow().UtcDateTime));
        Assert.True(packages[0].CreationTime < packages[^1].CreationTime);
    }

    [Fact]
    public void ListModelPackages_ByApproval_ListsOnlyThose() =>
        Assert.Single(List(new ListModelPackagesRequest { ModelPackageGroupName = "media-ranker", ModelApprovalStatus = ModelApprovalStatus.PendingManualApproval }));

    [Fact]
    public void ListModelPackages_UnknownGroup_IsRefused() => Assert.Equal(
        "Model Package Group arn:aws:sagemaker:eu-central-1:123456789012:model-package-group/nope does not exist.",
        _aws.Refused("SageMaker.ListModelPackages", new ListModelPackagesRequest { ModelPackageGroupName = "nope" }));

    [Fact]
    public void DescribeModelPackage_EachVersion_CarriesItsLineageAndHasItsModel()
    {
        foreach (var package in List(new ListModelPackagesRequest { ModelPackageGroupName = "media-ranker" }))
        {
            var described = _aws.Call<DescribeModelPackageResponse>(
                "SageMaker.DescribeModelPackage", new DescribeModelPackageRequest { ModelPackageName = package.ModelPackageArn });
            Assert.Equal(["candidate_run_id", "data_version", "git_commit", "metrics_hash", "training_metrics_uri"], described.CustomerMetadataProperties!.Keys.Order());
            Assert.StartsWith("s3://", described.InferenceSpecification!.Containers![0].ModelDataUrl, StringComparison.Ordinal);

            var model = _aws.Call<DescribeModelResponse>("SageMaker.DescribeModel", new DescribeModelRequest { ModelName = $"media-ranker-v{package.ModelPackageVersion}" });
            Assert.Equal(package.ModelPackageArn, model.PrimaryContainer!.ModelPackageName);
        }
    }

    [Fact]
    public void ListModelPackageGroups_AtStart_ListsBoth()
    {
        var groups = _aws.Call<ListModelPackageGroupsResponse>("SageMaker.ListModelPackageGroups", new ListModelPackageGroupsRequest()).ModelPackageGroupSummaryList!;

        Assert.Equal(["media-ranker", "search-embeddings"], groups.Select(group => group.ModelPackageGroupName).Order());
    }

    [Fact]
    public void Tags_AddedToAnEndpoint_AreListed()
    {
        var arn = _aws.Describe("media-ranker").EndpointArn;
        _aws.Call("SageMaker.AddTags", new AddTagsRequest { ResourceArn = arn, Tags = [new Tag { Key = "team", Value = "ranking" }] });

        var tags = _aws.Call<ListTagsResponse>("SageMaker.ListTags", new ListTagsRequest { ResourceArn = arn }).Tags!;
        Assert.Equal([("canaryconsole", "managed"), ("team", "ranking")], tags.Select(tag => (tag.Key!, tag.Value!)));
        var stranger = arn + "-not";
        Assert.Equal($"Could not find resource \"{stranger}\".", _aws.Refused("SageMaker.ListTags", new ListTagsRequest { ResourceArn = stranger }));
    }

    private List<ModelPackageSummary> List(ListModelPackagesRequest request) =>
        _aws.Call<ListModelPackagesResponse>("SageMaker.ListModelPackages", request).ModelPackageSummaryList!;
}
