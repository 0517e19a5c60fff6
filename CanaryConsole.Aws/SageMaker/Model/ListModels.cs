using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ListModelsRequest : AmazonWebServiceRequest
{
    public ModelSortKey? SortBy { get; set; }

    public OrderKey? SortOrder { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }

    public string? NameContains { get; set; }

    public DateTime? CreationTimeBefore { get; set; }

    public DateTime? CreationTimeAfter { get; set; }
}

public sealed class ListModelsResponse : AmazonWebServiceResponse
{
    public List<ModelSummary>? Models { get; set; }

    public string? NextToken { get; set; }
}
