using Amazon.Runtime;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class PutMetricDataRequest : AmazonWebServiceRequest
{
    public string? Namespace { get; set; }

    public List<MetricDatum>? MetricData { get; set; }

    public bool? StrictEntityValidation { get; set; }
}

public sealed class PutMetricDataResponse : AmazonWebServiceResponse
{
}
