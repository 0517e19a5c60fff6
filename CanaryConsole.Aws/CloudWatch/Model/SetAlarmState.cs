using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class SetAlarmStateRequest : AmazonWebServiceRequest
{
    [Required, Length(1, 255)]
    public string? AlarmName { get; set; }

    [Required]
    public StateValue? StateValue { get; set; }

    [Required, Length(0, 1023)]
    public string? StateReason { get; set; }

    [Length(0, 4000)]
    public string? StateReasonData { get; set; }
}

public sealed class SetAlarmStateResponse : AmazonWebServiceResponse
{
}
