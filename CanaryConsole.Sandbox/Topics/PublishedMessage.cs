namespace CanaryConsole.Sandbox.Topics;

internal sealed record PublishedMessage(string Id, string TopicArn, string? Subject, string Message, DateTimeOffset At);
