using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Topics;

/// <summary>SNS topics, and the newest messages published to them: nobody subscribes, they are kept to be read.</summary>
internal sealed class TopicCatalog
{
    private const int MaximumTopics = 1000;
    private const int MaximumMessages = 1000;

    private readonly SortedSet<string> _arns = new(StringComparer.Ordinal);
    private readonly Queue<PublishedMessage> _published = new();
    private long _messages;

    public IReadOnlyList<string> Arns => [.. _arns];

    public bool Contains(string arn) => _arns.Contains(arn);

    public IReadOnlyList<PublishedMessage> Published => [.. _published];

    /// <summary>Answers with the topic that already has the name, as SNS does.</summary>
    public string Create(string name)
    {
        var arn = Arn.Topic(name);
        if (!_arns.Contains(arn) && _arns.Count >= MaximumTopics)
        {
            throw new AwsErrorException("TopicLimitExceeded", $"The limit of {MaximumTopics} topics is reached.", 403);
        }

        _arns.Add(arn);
        return arn;
    }

    public PublishedMessage Publish(string topicArn, string? subject, string message, DateTimeOffset at)
    {
        if (!_arns.Contains(topicArn))
        {
            throw new AwsErrorException("NotFound", "Topic does not exist", 404);
        }

        var published = new PublishedMessage($"00000000-0000-4000-8000-{++_messages:d12}", topicArn, subject, message, at);
        _published.Enqueue(published);
        while (_published.Count > MaximumMessages)
        {
            _published.Dequeue();
        }

        return published;
    }
}
