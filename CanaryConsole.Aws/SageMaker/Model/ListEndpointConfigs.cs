using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ListEndpointConfigsRequest : AmazonWebServiceRequest
{
    public EndpointConfigSortKey? SortBy { get; set; }

    public OrderKey? SortOrder { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }

    public string? NameContains { get; set; }

    public DateTime? CreationTimeBefore { get; set; }

    public DateTime? CreationTimeAfter { get; set; }
}

public sealed class ListEndpointConfigsResponse : AmazonWebServiceResponse
{
    public List<EndpointConfigSummary>? EndpointConfigs { get; set; }

    public string? NextToken { get; set; }
}
