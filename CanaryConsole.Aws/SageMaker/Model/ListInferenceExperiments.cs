using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ListInferenceExperimentsRequest : AmazonWebServiceRequest
{
    [Length(0, 63), Pattern(@"[a-zA-Z0-9\-]+")]
    public string? NameContains { get; set; }

    public InferenceExperimentType? Type { get; set; }

    public InferenceExperimentStatus? StatusEquals { get; set; }

    public DateTime? CreationTimeAfter { get; set; }

    public DateTime? CreationTimeBefore { get; set; }

    public DateTime? LastModifiedTimeAfter { get; set; }

    public DateTime? LastModifiedTimeBefore { get; set; }

    public SortInferenceExperimentsBy? SortBy { get; set; }

    public SortOrder? SortOrder { get; set; }

    [Length(0, 8192), Pattern(@".*")]
    public string? NextToken { get; set; }

    [Between(1, 100)]
    public int? MaxResults { get; set; }
}

public sealed class ListInferenceExperimentsResponse : AmazonWebServiceResponse, IPagedResponse
{
    public List<InferenceExperimentSummary>? InferenceExperiments { get; set; }

    [Length(0, 8192), Pattern(@".*")]
    public string? NextToken { get; set; }
}
