using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Tests.Sandbox.Registry;

public sealed class RegistrationTests
{
    private readonly LocalAws _aws = new();

    public RegistrationTests()
    {
        _aws.Call("SageMaker.CreateModelPackageGroup", new CreateModelPackageGroupRequest { ModelPackageGroupName = "mine", ModelPackageGroupDescription = "Mine." });
    }

    [Fact]
    public void CreateModelPackage_InAGroup_IsItsNextVersionAndCompletesByTime()
    {
        var first = Create();
        var second = Create();

        Assert.EndsWith(":model-package/mine/1", first, StringComparison.Ordinal);
        Assert.EndsWith(":model-package/mine/2", second, StringComparison.Ordinal);
        Assert.Equal((ModelPackageStatus.Pending, ModelApprovalStatus.PendingManualApproval), (Describe(first).ModelPackageStatus, Describe(first).ModelApprovalStatus));
        _aws.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(ModelPackageStatus.InProgress, Describe(first).ModelPackageStatus);
        _aws.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(ModelPackageStatus.Completed, Describe("mine/1").ModelPackageStatus);
    }

    [Fact]
    public void CreateModelPackage_WithTheSameToken_IsTheSamePackage() => Assert.Equal(Create(token: "t-1"), Create(token: "t-1"));

    [Fact]
    public void CreateModelPackage_AfterTheNewestIsDeleted_DoesNotReuseItsNumber()
    {
        var deleted = Create();
        _aws.Time.Advance(TimeSpan.FromMinutes(1));
        _aws.Call("SageMaker.DeleteModelPackage", new DeleteModelPackageRequest { ModelPackageName = deleted });

        Assert.EndsWith("/mine/2", Create(), StringComparison.Ordinal);
        Assert.Equal($"ModelPackage {deleted} does not exist.", _aws.Refused("SageMaker.DescribeModelPackage", new DescribeModelPackageRequest { ModelPackageName = deleted }));
    }

    [Fact]
    public void CreateModelPackage_Alone_IsListedAmongTheUnversioned()
    {
        _aws.Call("SageMaker.CreateModelPackage", new CreateModelPackageRequest { ModelPackageName = "alone", InferenceSpecification = Specification() });

        Assert.Equal(["alone"], List(type: null));
        Assert.Equal(12, List(ModelPackageType.Both).Count);
        Assert.Null(Describe("alone").ModelApprovalStatus);
    }

    [Theory]
    [InlineData("mine", "alone", true, "Exactly one of ModelPackageName and ModelPackageGroupName must be specified.")]
    [InlineData(null, null, true, "Exactly one of ModelPackageName and ModelPackageGroupName must be specified.")]
    [InlineData("mine", null, false, "One of InferenceSpecification, SourceAlgorithmSpecification and SourceUri must be specified.")]
    [InlineData("nobody", null, true, "Model Package Group arn:aws:sagemaker:eu-central-1:123456789012:model-package-group/nobody does not exist.")]
    public void CreateModelPackage_ThatCannotBe_IsRefused(string? group, string? name, bool isSpecified, string message) => Assert.Equal(
        message,
        _aws.Refused("SageMaker.CreateModelPackage", new CreateModelPackageRequest
        {
            ModelPackageGroupName = group,
            ModelPackageName = name,
            InferenceSpecification = isSpecified ? Specification() : null,
        }));

    [Fact]
    public void UpdateModelPackage_ApprovalAndProperties_ChangesThoseAndKeepsTheRest()
    {
        var arn = Create();
        _aws.Time.Advance(TimeSpan.FromMinutes(1));
        _aws.Call("SageMaker.UpdateModelPackage", new UpdateModelPackageRequest
        {
            ModelPackageArn = arn,
            ModelApprovalStatus = ModelApprovalStatus.Approved,
            ApprovalDescription = "Good.",
            CustomerMetadataProperties = new() { ["new"] = "1" },
            CustomerMetadataPropertiesToRemove = ["old"],
        });

        var package = Describe(arn);
        Assert.Equal((ModelApprovalStatus.Approved, "Good.", "Made for a test."), (package.ModelApprovalStatus, package.ApprovalDescription, package.ModelPackageDescription));
        Assert.Equal(["kept", "new"], package.CustomerMetadataProperties!.Keys.Order());
        Assert.Equal(TimeSpan.FromMinutes(1), package.LastModifiedTime - package.CreationTime);
    }

    [Fact]
    public void UpdateModelPackage_BeyondFiftyProperties_IsRefusedAndChangesNothing()
    {
        var arn = Create();
        var refusal = _aws.Refused("SageMaker.UpdateModelPackage", new UpdateModelPackageRequest
        {
            ModelPackageArn = arn,
            ModelApprovalStatus = ModelApprovalStatus.Rejected,
            CustomerMetadataProperties = Enumerable.Range(0, 49).ToDictionary(i => $"p{i}", _ => "x"),
        });

        Assert.Equal("The Model Package would have 51 CustomerMetadataProperties; the maximum is 50.", refusal);
        Assert.Equal(ModelApprovalStatus.PendingManualApproval, Describe(arn).ModelApprovalStatus);
    }

    [Fact]
    public void BatchDescribeModelPackage_OfOneThatIsNotThere_TellsBoth()
    {
        var arn = Create();
        var missing = arn.Replace("/1", "/9", StringComparison.Ordinal);
        var answer = _aws.Call<BatchDescribeModelPackageResponse>("SageMaker.BatchDescribeModelPackage", new BatchDescribeModelPackageRequest { ModelPackageArnList = [arn, missing] });

        Assert.Equal("i", answer.ModelPackageSummaries![arn].InferenceSpecification!.Containers![0].Image);
        Assert.Equal($"ModelPackage {missing} does not exist.", answer.BatchDescribeModelPackageErrorMap![missing].ErrorResponse);
    }

    [Fact]
    public void DeleteModelPackageGroup_WithPackages_IsRefusedUntilTheyAreGone()
    {
        var arn = Create();
        _aws.Time.Advance(TimeSpan.FromMinutes(1));
        var request = new DeleteModelPackageGroupRequest { ModelPackageGroupName = "mine" };

        Assert.EndsWith("cannot be deleted because it still contains Model Packages.", _aws.Refused("SageMaker.DeleteModelPackageGroup", request), StringComparison.Ordinal);
        _aws.Call("SageMaker.DeleteModelPackage", new DeleteModelPackageRequest { ModelPackageName = arn });
        _aws.Call("SageMaker.DeleteModelPackageGroup", request);
        Assert.EndsWith("/mine does not exist.", _aws.Refused("SageMaker.DescribeModelPackageGroup", new DescribeModelPackageGroupRequest { ModelPackageGroupName = "mine" }), StringComparison.Ordinal);
    }

    [Fact]
    public void CreateModelPackageGroup_Twice_IsRefused() => Assert.Equal(
        "Model Package Group already exists: arn:aws:sagemaker:eu-central-1:123456789012:model-package-group/mine",
        _aws.Refused("SageMaker.CreateModelPackageGroup", new CreateModelPackageGroupRequest { ModelPackageGroupName = "mine" }));

    [Fact]
    public void DeleteTags_OfAGroup_LeavesTheOthers()
    {
        var arn = _aws.Call<DescribeModelPackageGroupResponse>("SageMaker.DescribeModelPackageGroup", new DescribeModelPackageGroupRequest { ModelPackageGroupName = "mine" }).ModelPackageGroupArn;
        _aws.Call("SageMaker.AddTags", new AddTagsRequest { ResourceArn = arn, Tags = [new Tag { Key = "a", Value = "1" }, new Tag { Key = "b", Value = "2" }] });
        _aws.Call("SageMaker.DeleteTags", new DeleteTagsRequest { ResourceArn = arn, TagKeys = ["a", "nothing"] });

        Assert.Equal(["b"], _aws.Call<ListTagsResponse>("SageMaker.ListTags", new ListTagsRequest { ResourceArn = arn }).Tags!.Select(tag => tag.Key!));
        Assert.Equal(
            "System tags cannot be added/updated by requester",
            _aws.Refused("SageMaker.AddTags", new AddTagsRequest { ResourceArn = arn, Tags = [new Tag { Key = "aws:x", Value = "1" }] }));
    }

    private string Create(string? token = null) => _aws.Call<CreateModelPackageResponse>("SageMaker.CreateModelPackage", new CreateModelPackageRequest
    {
        ModelPackageGroupName = "mine",
        ModelPackageDescription = "Made for a test.",
        InferenceSpecification = Specification(),
        CustomerMetadataProperties = new() { ["old"] = "0", ["kept"] = "0" },
        ClientToken = token,
    }).ModelPackageArn!;

    private static InferenceSpecification Specification() => new()
    {
        Containers = [new ModelPackageContainerDefinition { Image = "i", ModelDataUrl = "s3://b/m.tar.gz" }],
        SupportedContentTypes = ["application/json"],
        SupportedResponseMIMETypes = ["application/json"],
    };

    private DescribeModelPackageResponse Describe(string name) =>
        _aws.Call<DescribeModelPackageResponse>("SageMaker.DescribeModelPackage", new DescribeModelPackageRequest { ModelPackageName = name });

    private List<string> List(ModelPackageType? type) =>
    [
        .. _aws.Call<ListModelPackagesResponse>("SageMaker.ListModelPackages", new ListModelPackagesRequest { ModelPackageType = type, MaxResults = 100 })
            .ModelPackageSummaryList!.Select(package => package.ModelPackageName!),
    ];
}
