using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ListModelPackagesRequest : AmazonWebServiceRequest
{
    public DateTime? CreationTimeAfter { get; set; }

    public DateTime? CreationTimeBefore { get; set; }

    [Between(1, 100)]
    public int? MaxResults { get; set; }

    [Length(0, 63), Pattern(@"[a-zA-Z0-9\-]+")]
    public string? NameContains { get; set; }

    public ModelApprovalStatus? ModelApprovalStatus { get; set; }

    [Length(1, 170), Pattern(@"(arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z\-]*\/)?([a-zA-Z0-9]([a-zA-Z0-9-]){0,62})(?<!-)")]
    public string? ModelPackageGroupName { get; set; }

    public ModelPackageType? ModelPackageType { get; set; }

    [Length(0, 8192), Pattern(@".*")]
    public string? NextToken { get; set; }

    public ModelPackageSortBy? SortBy { get; set; }

    public SortOrder? SortOrder { get; set; }
}

public sealed class ListModelPackagesResponse : AmazonWebServiceResponse, IPagedResponse
{
    [Required]
    public List<ModelPackageSummary>? ModelPackageSummaryList { get; set; }

    [Length(0, 8192), Pattern(@".*")]
    public string? NextToken { get; set; }
}
