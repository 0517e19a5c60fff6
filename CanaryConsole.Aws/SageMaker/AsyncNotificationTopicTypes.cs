using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class AsyncNotificationTopicTypes(string value) : ConstantClass(value)
{
    public static readonly AsyncNotificationTopicTypes SUCCESS_NOTIFICATION_TOPIC = new("SUCCESS_NOTIFICATION_TOPIC");
    public static readonly AsyncNotificationTopicTypes ERROR_NOTIFICATION_TOPIC = new("ERROR_NOTIFICATION_TOPIC");

    public static AsyncNotificationTopicTypes FindValue(string value) => FindValue<AsyncNotificationTopicTypes>(value);

    public static implicit operator AsyncNotificationTopicTypes(string value) => FindValue(value);
}
