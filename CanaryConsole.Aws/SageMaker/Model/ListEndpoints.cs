using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ListEndpointsRequest : AmazonWebServiceRequest
{
    public EndpointSortKey? SortBy { get; set; }

    public OrderKey? SortOrder { get; set; }

    [Length(0, 8192), Pattern(@".*")]
    public string? NextToken { get; set; }

    [Between(1, 100)]
    public int? MaxResults { get; set; }

    [Length(0, 63), Pattern(@"[a-zA-Z0-9-]+")]
    public string? NameContains { get; set; }

    public DateTime? CreationTimeBefore { get; set; }

    public DateTime? CreationTimeAfter { get; set; }

    public DateTime? LastModifiedTimeBefore { get; set; }

    public DateTime? LastModifiedTimeAfter { get; set; }

    public EndpointStatus? StatusEquals { get; set; }
}

public sealed class ListEndpointsResponse : AmazonWebServiceResponse, IPagedResponse
{
    [Required]
    public List<EndpointSummary>? Endpoints { get; set; }

    [Length(0, 8192), Pattern(@".*")]
    public string? NextToken { get; set; }
}
