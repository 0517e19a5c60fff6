namespace CanaryConsole.Sandbox.Topics;

internal sealed record PublishedMessage(string Id, string TopicArn, string? Subject, string Message, DateTimeOffset At)
{
    public IReadOnlyDictionary<string, MessageAttribute> Attributes { get; init; } = new Dictionary<string, MessageAttribute>();

    /// <summary>What one protocol is told, where the message says something else to each; otherwise all are told the message.</summary>
    public IReadOnlyDictionary<string, string> ByProtocol { get; init; } = new Dictionary<string, string>();

    public string For(string protocol) => ByProtocol.GetValueOrDefault(protocol) ?? Message;
}

/// <summary>An attribute of a message: its type as SNS names it, and its value, in Base64 where it is binary.</summary>
internal sealed record MessageAttribute(string Type, string Value);
