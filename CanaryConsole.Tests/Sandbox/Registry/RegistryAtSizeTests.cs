using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox;

namespace CanaryConsole.Tests.Sandbox.Registry;

public sealed class RegistryAtSizeTests
{
    private const int Versions = 2_500;

    private readonly LocalAws _aws = new();

    public RegistryAtSizeTests()
    {
        _aws.Call<CreateModelPackageGroupResponse>("SageMaker.CreateModelPackageGroup", new CreateModelPackageGroupRequest { ModelPackageGroupName = "crowd" });
        for (var version = 1; version <= Versions; version++)
        {
            _aws.Call<CreateModelPackageResponse>("SageMaker.CreateModelPackage", new CreateModelPackageRequest
            {
                ModelPackageGroupName = "crowd",
                SourceUri = "s3://bucket/model.tar.gz",
                ClientToken = $"token-{version}",
                CustomerMetadataProperties = new Dictionary<string, string> { ["candidate_run_id"] = $"run-{version}" },
            });
        }
    }

    [Fact]
    public void Registry_OfThousandsOfVersions_PagesThroughThemAllFindsOneAndRepeatsAToken()
    {
        var request = new SearchRequest
        {
            Resource = ResourceType.ModelPackage,
            MaxResults = 100,
            SortBy = "ModelPackageVersion",
            SearchExpression = new SearchExpression { Filters = [new Filter { Name = "ModelPackageGroupName", Value = "crowd" }] },
        };
        var seen = new List<int>();
        do
        {
            var page = _aws.Call<SearchResponse>("SageMaker.Search", request);
            Assert.Equal(Versions, page.TotalHits!.Value);
            seen.AddRange(page.Results!.Select(record => record.ModelPackage!.ModelPackageVersion!.Value));
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);
        request.SearchExpression.Filters.Add(new Filter { Name = "CustomerMetadataProperties.candidate_run_id", Value = "run-2321" });
        var found = _aws.Call<SearchResponse>("SageMaker.Search", request).Results!;
        var again = _aws.Call<CreateModelPackageResponse>("SageMaker.CreateModelPackage", new CreateModelPackageRequest
        {
            ModelPackageGroupName = "crowd",
            SourceUri = "s3://bucket/model.tar.gz",
            ClientToken = "token-77",
        });

        Assert.Equal(Enumerable.Range(1, Versions).Reverse(), seen);
        Assert.Equal(2321, Assert.Single(found).ModelPackage!.ModelPackageVersion);
        Assert.Equal(Arn.ModelPackage("crowd", 77), again.ModelPackageArn);
    }
}
