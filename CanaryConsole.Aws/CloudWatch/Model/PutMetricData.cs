using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class PutMetricDataRequest : AmazonWebServiceRequest
{
    [Required, Length(1, 255), Pattern(@"[^:].*")]
    public string? Namespace { get; set; }

    public List<MetricDatum>? MetricData { get; set; }

    public List<EntityMetricData>? EntityMetricData { get; set; }

    public bool? StrictEntityValidation { get; set; }
}

public sealed class PutMetricDataResponse : AmazonWebServiceResponse
{
}
