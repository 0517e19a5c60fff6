using System.Globalization;

namespace CanaryConsole.Sandbox.Topics;

/// <summary>What SNS puts around a message, and the links in it.</summary>
internal sealed class Envelope(Uri address)
{
    public PostedMessage Notification(Subscription to, PublishedMessage message)
    {
        var members = new Dictionary<string, object>
        {
            ["Type"] = "Notification",
            ["MessageId"] = message.Id,
            ["TopicArn"] = message.TopicArn,
        };
        if (message.Subject is { } subject)
        {
            members["Subject"] = subject;
        }

        members["Message"] = message.For(to.Protocol);
        members["Timestamp"] = Timestamp(message.At);
        members["UnsubscribeURL"] = UnsubscribeLink(to);
        if (message.Attributes.Count > 0)
        {
            members["MessageAttributes"] = message.Attributes.ToDictionary(pair => pair.Key, pair => new { pair.Value.Type, pair.Value.Value });
        }

        return new PostedMessage(to, "Notification", message.Id, members, to.IsRaw ? message.For(to.Protocol) : null);
    }

    public PostedMessage Confirmation(Subscription to, string messageId, DateTimeOffset now) => new(
        to,
        "SubscriptionConfirmation",
        messageId,
        new Dictionary<string, object>
        {
            ["Type"] = "SubscriptionConfirmation",
            ["MessageId"] = messageId,
            ["Token"] = to.Token,
            ["TopicArn"] = to.TopicArn,
            ["Message"] = $"You have chosen to subscribe to the topic {to.TopicArn}.\nTo confirm the subscription, visit the SubscribeURL included in this message.",
            ["SubscribeURL"] = SubscribeLink(to),
            ["Timestamp"] = Timestamp(now),
        },
        RawBody: null);

    public Email ConfirmationEmail(Subscription to, DateTimeOffset now) => new(
        to.TopicArn,
        to.Endpoint,
        "AWS Notification - Subscription Confirmation",
        $"You have chosen to subscribe to the topic:\n{to.TopicArn}\n\nTo confirm this subscription, visit the link below:\n{SubscribeLink(to)}\n",
        now);

    public Email NotificationEmail(Subscription to, PublishedMessage message) => new(
        to.TopicArn,
        to.Endpoint,
        message.Subject ?? "AWS Notification Message",
        $"{message.For(to.Protocol)}\n\n--\nTo stop receiving notifications from this topic, visit the link below:\n{UnsubscribeLink(to)}\n",
        message.At);

    private static string Timestamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private string SubscribeLink(Subscription to) =>
        $"{address}?Action=ConfirmSubscription&TopicArn={Uri.EscapeDataString(to.TopicArn)}&Token={to.Token}";

    private string UnsubscribeLink(Subscription to) => $"{address}?Action=Unsubscribe&SubscriptionArn={Uri.EscapeDataString(to.Arn)}";
}
