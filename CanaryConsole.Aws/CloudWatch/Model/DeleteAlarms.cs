using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class DeleteAlarmsRequest : AmazonWebServiceRequest
{
    [Required, Items(max: 100), Length(1, 255, Of = Part.Items)]
    public List<string>? AlarmNames { get; set; }
}

public sealed class DeleteAlarmsResponse : AmazonWebServiceResponse
{
}
