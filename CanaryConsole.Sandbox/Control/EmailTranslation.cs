using CanaryConsole.Sandbox.Topics;

namespace CanaryConsole.Sandbox.Control;

internal static class EmailTranslation
{
    private const int Newest = 100;
    private const int LongestBody = 4096;

    public static EmailList Of(Outbox outbox) => new(
        [
            .. outbox.Emails.Reverse().Take(Newest).Select((email, i) => new SentEmail(
                outbox.Count - i,
                email.FromTopic,
                email.To,
                email.Subject,
                email.Body.Length <= LongestBody ? email.Body : email.Body[..LongestBody],
                email.Body.Length,
                email.At)),
        ],
        outbox.Count);
}
