using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ListModelPackageGroupsRequest : AmazonWebServiceRequest
{
    public DateTime? CreationTimeAfter { get; set; }

    public DateTime? CreationTimeBefore { get; set; }

    [Between(1, 100)]
    public int? MaxResults { get; set; }

    [Length(0, 63), Pattern(@"[a-zA-Z0-9\-]+")]
    public string? NameContains { get; set; }

    [Length(0, 8192), Pattern(@".*")]
    public string? NextToken { get; set; }

    public ModelPackageGroupSortBy? SortBy { get; set; }

    public SortOrder? SortOrder { get; set; }

    public CrossAccountFilterOption? CrossAccountFilterOption { get; set; }
}

public sealed class ListModelPackageGroupsResponse : AmazonWebServiceResponse, IPagedResponse
{
    [Required]
    public List<ModelPackageGroupSummary>? ModelPackageGroupSummaryList { get; set; }

    [Length(0, 8192), Pattern(@".*")]
    public string? NextToken { get; set; }
}
