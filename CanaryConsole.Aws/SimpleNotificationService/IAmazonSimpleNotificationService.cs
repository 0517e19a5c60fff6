using CanaryConsole.Aws.SimpleNotificationService.Model;

namespace CanaryConsole.Aws.SimpleNotificationService;

public interface IAmazonSimpleNotificationService : IDisposable
{
    Task<CreateTopicResponse> CreateTopicAsync(CreateTopicRequest request, CancellationToken cancellationToken = default);

    Task<ListTopicsResponse> ListTopicsAsync(ListTopicsRequest request, CancellationToken cancellationToken = default);

    Task<PublishResponse> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default);
}
