using Amazon.Runtime;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class DeleteAlarmsRequest : AmazonWebServiceRequest
{
    public List<string>? AlarmNames { get; set; }
}

public sealed class DeleteAlarmsResponse : AmazonWebServiceResponse
{
}
