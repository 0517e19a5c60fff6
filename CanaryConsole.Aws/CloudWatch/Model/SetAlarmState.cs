using Amazon.Runtime;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class SetAlarmStateRequest : AmazonWebServiceRequest
{
    public string? AlarmName { get; set; }

    public StateValue? StateValue { get; set; }

    public string? StateReason { get; set; }

    public string? StateReasonData { get; set; }
}

public sealed class SetAlarmStateResponse : AmazonWebServiceResponse
{
}
