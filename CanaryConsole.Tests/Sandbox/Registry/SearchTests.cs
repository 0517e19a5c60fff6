using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Registry;

namespace CanaryConsole.Tests.Sandbox.Registry;

public sealed class SearchTests
{
    private readonly LocalAws _aws = new();

    [Theory]
    [InlineData("ModelApprovalStatus", "Equals", "PendingManualApproval", "11")]
    [InlineData("ModelPackageVersion", "GreaterThan", "11", "12,13")]
    [InlineData("ModelPackageVersion", "LessThanOrEqualTo", "6", "5,6")]
    [InlineData("ModelPackageVersion", "In", "5, \"7\"", "5,7")]
    [InlineData("ModelPackageDescription", "Contains", "tokenizer", "12")]
    [InlineData("ApprovalDescription", "NotExists", null, "11")]
    [InlineData("CreationTime", "GreaterThanOrEqualTo", "2026-01-04T12:00:00", "13")]
    [InlineData("InferenceSpecification.Containers.Image", "Contains", "media-ranker:9", "9")]
    [InlineData("CustomerMetadataProperties.nothing", "Exists", null, "")]
    [InlineData("ModelPackageGroupName", "NotEquals", "media-ranker", "")]
    public void Search_PackagesByOneFilter_FindsThose(string name, string means, string? value, string versions) => Assert.Equal(
        versions, Versions(new SearchExpression { Filters = [Filter(name, means, value)] }));

    [Fact]
    public void Search_WithSubExpressions_CombinesThemByTheOperator() => Assert.Equal("5,13", Versions(new SearchExpression
    {
        Operator = BooleanOperator.Or,
        SubExpressions =
        [
            new SearchExpression { Filters = [Filter("ModelPackageVersion", "LessThan", "6")] },
            new SearchExpression { Filters = [Filter("ModelPackageVersion", "GreaterThan", "6"), Filter("ModelPackageDescription", "Contains", "slower")] },
        ],
    }));

    [Fact]
    public void Search_WithNestedFilters_WantsOneItemThatMeetsAll()
    {
        const string Containers = "InferenceSpecification.Containers";
        SearchExpression Nested(string image) => new()
        {
            NestedFilters =
            [
                new NestedFilters
                {
                    NestedPropertyName = Containers,
                    Filters = [Filter($"{Containers}.Image", "Contains", image), Filter($"{Containers}.ModelDataUrl", "Equals", $"s3://{RegistryAtStart.ArtifactBucket}/media-ranker/v8/model.tar.gz")],
                },
            ],
        };

        Assert.Equal("8", Versions(Nested("media-ranker:8")));
        Assert.Equal("", Versions(Nested("media-ranker:9")));
    }

    [Fact]
    public void Search_InPages_FindsEachOnceNewestFirst()
    {
        var request = new SearchRequest { Resource = ResourceType.ModelPackage, MaxResults = 4 };
        var found = new List<DateTime>();
        do
        {
            var page = Search(request);
            Assert.Equal(11, page.TotalHits!.Value);
            found.AddRange(page.Results!.Select(record => record.ModelPackage!.LastModifiedTime!.Value));
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);

        Assert.Equal(11, found.Count);
        Assert.Equal(found.OrderDescending(), found);
    }

    [Fact]
    public void Search_EndpointsByTag_FindsBoth() => Assert.Equal(
        ["media-ranker", "search-embeddings"],
        Search(new SearchRequest
        {
            Resource = ResourceType.Endpoint,
            SortBy = "EndpointName",
            SortOrder = SearchSortOrder.Ascending,
            SearchExpression = new SearchExpression { Filters = [Filter("Tags.canaryconsole", "Equals", "managed")] },
        }).Results!.Select(record => record.Endpoint!.EndpointName!));

    [Fact]
    public void Search_Models_TellsWhichEndpointsTheyServe() => Assert.Equal(
        "media-ranker",
        Search(new SearchRequest
        {
            Resource = ResourceType.Model,
            SearchExpression = new SearchExpression { Filters = [Filter("ModelName", "Equals", "media-ranker-v7")] },
        }).Results!.Single().Model!.Endpoints!.Single().EndpointName);

    [Fact]
    public void Search_WhatTheAccountHasNot_FindsNothing() => Assert.Empty(Search(new SearchRequest { Resource = ResourceType.TrainingJob }).Results!);

    [Theory]
    [InlineData("Nothing", "Equals", "x", "Unknown property name: Nothing")]
    [InlineData("ModelPackageVersion", "Equals", "x", "The value 'x' of property ModelPackageVersion is not a number.")]
    [InlineData("CreationTime", "LessThan", "soon", "The value 'soon' of property CreationTime is not a time in ISO 8601, as in 2026-01-05T12:00:00Z.")]
    [InlineData("ModelPackageVersion", "Equals", null, "The operator Equals of property ModelPackageVersion needs a value.")]
    [InlineData("ModelPackageVersion", "Exists", "1", "The operator Exists of property ModelPackageVersion takes no value.")]
    public void Search_ThatMakesNoSense_IsRefused(string name, string means, string? value, string message) => Assert.Equal(
        message,
        _aws.Refused("SageMaker.Search", new SearchRequest { Resource = ResourceType.ModelPackage, SearchExpression = new SearchExpression { Filters = [Filter(name, means, value)] } }));

    [Fact]
    public void Search_WithTwoContains_IsRefusedAsOnAws()
    {
        var one = new SearchExpression { Filters = [Filter("ModelPackageDescription", "Contains", "a")] };

        Assert.Equal("'CONTAINS' operator usage limit of 1 exceeded.", _aws.Refused(
            "SageMaker.Search", new SearchRequest { Resource = ResourceType.ModelPackage, SearchExpression = new SearchExpression { SubExpressions = [one, one] } }));
    }

    [Fact]
    public void Search_AfterAPackageChanged_ShowsItAsItIsNow()
    {
        var pending = new SearchExpression { Filters = [Filter("ModelApprovalStatus", "Equals", "PendingManualApproval")] };
        Assert.Equal("11", Versions(pending));

        _aws.Call<UpdateModelPackageResponse>("SageMaker.UpdateModelPackage", new UpdateModelPackageRequest
        {
            ModelPackageArn = CanaryConsole.Sandbox.Arn.ModelPackage("media-ranker", 11),
            ModelApprovalStatus = ModelApprovalStatus.Approved,
        });

        Assert.Equal("", Versions(pending));
    }

    private static Filter Filter(string name, string means, string? value) => new() { Name = name, Operator = means, Value = value };

    private SearchResponse Search(SearchRequest request) => _aws.Call<SearchResponse>("SageMaker.Search", request);

    // Of media-ranker only, oldest first.
    private string Versions(SearchExpression expression) => string.Join(',', Search(new SearchRequest
    {
        Resource = ResourceType.ModelPackage,
        MaxResults = 100,
        SortBy = "ModelPackageVersion",
        SortOrder = SearchSortOrder.Ascending,
        SearchExpression = new SearchExpression { SubExpressions = [expression, new SearchExpression { Filters = [Filter("ModelPackageGroupName", "Equals", "media-ranker")] }] },
    }).Results!.Select(record => record.ModelPackage!.ModelPackageVersion));
}
