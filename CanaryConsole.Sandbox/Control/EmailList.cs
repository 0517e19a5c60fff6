namespace CanaryConsole.Sandbox.Control;

/// <summary>The newest of the e-mails that AWS would have sent, newest first; how many there ever were.</summary>
public sealed record EmailList(IReadOnlyList<SentEmail> Newest, int Count);

/// <summary>An e-mail as it would have left: a long body is cut, which its length tells.</summary>
public sealed record SentEmail(int Number, string FromTopic, string To, string? Subject, string Body, int BodyLength, DateTimeOffset At);
