using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ListModelPackageGroupsRequest : AmazonWebServiceRequest
{
    public DateTime? CreationTimeAfter { get; set; }

    public DateTime? CreationTimeBefore { get; set; }

    public int? MaxResults { get; set; }

    public string? NameContains { get; set; }

    public string? NextToken { get; set; }

    public ModelPackageGroupSortBy? SortBy { get; set; }

    public SortOrder? SortOrder { get; set; }

    public CrossAccountFilterOption? CrossAccountFilterOption { get; set; }
}

public sealed class ListModelPackageGroupsResponse : AmazonWebServiceResponse
{
    public List<ModelPackageGroupSummary>? ModelPackageGroupSummaryList { get; set; }

    public string? NextToken { get; set; }
}
