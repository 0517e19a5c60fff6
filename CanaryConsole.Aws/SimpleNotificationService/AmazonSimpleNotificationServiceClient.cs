using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SimpleNotificationService.Model;

namespace CanaryConsole.Aws.SimpleNotificationService;

public sealed class AmazonSimpleNotificationServiceClient : AwsClient, IAmazonSimpleNotificationService
{
    private static readonly SnsMarshaller Marshaller = new();

    private static readonly SnsUnmarshaller Created = new(root => new CreateTopicResponse { TopicArn = SnsUnmarshaller.Text(root, "TopicArn") });

    private static readonly SnsUnmarshaller Published = new(root => new PublishResponse
    {
        MessageId = SnsUnmarshaller.Text(root, "MessageId"),
        SequenceNumber = SnsUnmarshaller.Text(root, "SequenceNumber"),
    });

    private static readonly SnsUnmarshaller Listed = new(root => new ListTopicsResponse
    {
        Topics = [.. root.Descendants().Where(e => e.Name.LocalName == "TopicArn").Select(e => new Topic { TopicArn = e.Value })],
        NextToken = SnsUnmarshaller.Text(root, "NextToken"),
    });

    /// <param name="credentials">Null takes Amazon's default chain: environment, profile, SSO, web identity, container, instance role.</param>
    public AmazonSimpleNotificationServiceClient(AWSCredentials? credentials, AmazonSimpleNotificationServiceConfig config)
        : base(credentials, config)
    {
    }

    public Task<CreateTopicResponse> CreateTopicAsync(CreateTopicRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateTopicResponse>(request, Marshaller, Created, cancellationToken);

    public Task<ListTopicsResponse> ListTopicsAsync(ListTopicsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListTopicsResponse>(request, Marshaller, Listed, cancellationToken);

    public Task<PublishResponse> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<PublishResponse>(request, Marshaller, Published, cancellationToken);
}
