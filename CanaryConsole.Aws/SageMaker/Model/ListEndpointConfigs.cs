using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ListEndpointConfigsRequest : AmazonWebServiceRequest
{
    public EndpointConfigSortKey? SortBy { get; set; }

    public OrderKey? SortOrder { get; set; }

    [Length(0, 8192), Pattern(@".*")]
    public string? NextToken { get; set; }

    [Between(1, 100)]
    public int? MaxResults { get; set; }

    [Length(0, 63), Pattern(@"[a-zA-Z0-9-]+")]
    public string? NameContains { get; set; }

    public DateTime? CreationTimeBefore { get; set; }

    public DateTime? CreationTimeAfter { get; set; }
}

public sealed class ListEndpointConfigsResponse : AmazonWebServiceResponse, IPagedResponse
{
    [Required]
    public List<EndpointConfigSummary>? EndpointConfigs { get; set; }

    [Length(0, 8192), Pattern(@".*")]
    public string? NextToken { get; set; }
}
