using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ListModelsRequest : AmazonWebServiceRequest
{
    public ModelSortKey? SortBy { get; set; }

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

public sealed class ListModelsResponse : AmazonWebServiceResponse, IPagedResponse
{
    [Required]
    public List<ModelSummary>? Models { get; set; }

    [Length(0, 8192), Pattern(@".*")]
    public string? NextToken { get; set; }
}
