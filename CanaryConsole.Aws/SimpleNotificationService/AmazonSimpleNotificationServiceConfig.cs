using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SimpleNotificationService;

public sealed class AmazonSimpleNotificationServiceConfig()
    : AwsClientConfig("SNS", "sns", "sns", "2010-03-31", TimeSpan.FromSeconds(10));
