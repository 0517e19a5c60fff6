using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class SearchRequest : AmazonWebServiceRequest
{
    [Required]
    public ResourceType? Resource { get; set; }

    public SearchExpression? SearchExpression { get; set; }

    [Length(1, 255), Pattern(@".+")]
    public string? SortBy { get; set; }

    public SearchSortOrder? SortOrder { get; set; }

    [Length(0, 8192), Pattern(@".*")]
    public string? NextToken { get; set; }

    [Between(1, 100)]
    public int? MaxResults { get; set; }

    public CrossAccountFilterOption? CrossAccountFilterOption { get; set; }

    [Items(1, 5)]
    public List<VisibilityConditions>? VisibilityConditions { get; set; }
}

public sealed class SearchResponse : AmazonWebServiceResponse, IPagedResponse
{
    public List<SearchRecord>? Results { get; set; }

    [Length(0, 8192), Pattern(@".*")]
    public string? NextToken { get; set; }

    public TotalHits? TotalHits { get; set; }
}
