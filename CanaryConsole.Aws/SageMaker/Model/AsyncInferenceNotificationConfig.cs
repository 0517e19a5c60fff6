using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class AsyncInferenceNotificationConfig
{
    [Length(0, 2048), Pattern(@"arn:aws[a-z\-]*:sns:[a-z0-9\-]*:[0-9]{12}:[a-zA-Z0-9_.-]+")]
    public string? SuccessTopic { get; set; }

    [Length(0, 2048), Pattern(@"arn:aws[a-z\-]*:sns:[a-z0-9\-]*:[0-9]{12}:[a-zA-Z0-9_.-]+")]
    public string? ErrorTopic { get; set; }

    [Items(0, 2)]
    public List<AsyncNotificationTopicTypes>? IncludeInferenceResponseIn { get; set; }
}
