using System.Text.RegularExpressions;
using CanaryConsole.Sandbox.Control;

namespace CanaryConsole.Presentation.Sandbox;

/// <summary>An e-mail as a row shows it; links to the sandbox can be followed, every other text is text.</summary>
public sealed partial record EmailRow(int Number, string Subject, string To, string Topic, DateTimeOffset At, IReadOnlyList<EmailPart> Body, string? Cut)
{
    public static EmailRow Of(SentEmail email) => new(
        email.Number,
        string.IsNullOrWhiteSpace(email.Subject) ? "No subject" : email.Subject,
        email.To,
        email.FromTopic.Split(':')[^1],
        email.At,
        [.. Parts(email.Body)],
        email.BodyLength > email.Body.Length ? $"The first {CountText.Of(email.Body.Length)} of {CountText.Of(email.BodyLength)} characters." : null);

    private static IEnumerable<EmailPart> Parts(string body)
    {
        var at = 0;
        foreach (Match link in Link().Matches(body))
        {
            yield return new EmailPart(body[at..link.Index], IsLink: false);
            yield return new EmailPart(link.Value, IsLink: true);
            at = link.Index + link.Length;
        }

        yield return new EmailPart(body[at..], IsLink: false);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]{1,5}/\S*")]
    private static partial Regex Link();
}

/// <summary>A stretch of an e-mail's text.</summary>
public sealed record EmailPart(string Text, bool IsLink);
