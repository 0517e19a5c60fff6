namespace CanaryConsole.Sandbox.Topics;

/// <summary>A message that AWS would have mailed.</summary>
internal sealed record Email(string FromTopic, string To, string? Subject, string Body, DateTimeOffset At);
