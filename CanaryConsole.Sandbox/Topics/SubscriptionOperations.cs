using System.Xml.Linq;
using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Topics;

internal static class SubscriptionOperations
{
    private const string RawMessageDelivery = "RawMessageDelivery";
    private const int PageSize = 100;
    private static readonly XNamespace Ns = "http://sns.amazonaws.com/doc/2010-03-31/";

    public static void Register(QueryTable table)
    {
        table.Add("Subscribe", Subscribe);
        table.Add("ConfirmSubscription", Confirm);
        table.Add("Unsubscribe", Unsubscribe);
        table.Add("ListSubscriptions", (form, world, _) => Listed(world.Topics.Subscriptions, form));
        table.Add("ListSubscriptionsByTopic", (form, world, _) => Listed(world.Topics.Find(Required(form, "TopicArn")).Subscriptions, form));
        table.Add("GetSubscriptionAttributes", GetAttributes);
        table.Add("SetSubscriptionAttributes", SetAttributes);
    }

    public static XElement Attributes(params (string Key, string Value)[] attributes) => new(
        Ns + "Attributes",
        attributes.Select(one => new XElement(Ns + "entry", new XElement(Ns + "key", one.Key), new XElement(Ns + "value", one.Value))));

    private static IEnumerable<XElement> Subscribe(IFormCollection form, World world, DateTimeOffset now)
    {
        var isRaw = false;
        for (var i = 1; form[$"Attributes.entry.{i}.key"].FirstOrDefault() is { } name; i++)
        {
            isRaw = Raw(name, form[$"Attributes.entry.{i}.value"]);
        }

        var subscription = world.Topics.Subscribe(Required(form, "TopicArn"), Required(form, "Protocol"), Required(form, "Endpoint"), isRaw, now);
        var isShown = subscription.IsConfirmed || form["ReturnSubscriptionArn"] == "true";
        return [new XElement(Ns + "SubscriptionArn", isShown ? subscription.Arn : "pending confirmation")];
    }

    private static IEnumerable<XElement> Confirm(IFormCollection form, World world, DateTimeOffset now) =>
        [new XElement(Ns + "SubscriptionArn", world.Topics.Confirm(Required(form, "TopicArn"), Required(form, "Token"), now).Arn)];

    private static IEnumerable<XElement> Unsubscribe(IFormCollection form, World world, DateTimeOffset now)
    {
        world.Topics.Unsubscribe(Required(form, "SubscriptionArn"));
        return [];
    }

    private static IEnumerable<XElement> GetAttributes(IFormCollection form, World world, DateTimeOffset now)
    {
        var subscription = world.Topics.FindSubscription(Required(form, "SubscriptionArn"));
        return
        [
            Attributes(
                ("SubscriptionArn", subscription.Arn),
                ("TopicArn", subscription.TopicArn),
                ("Owner", Arn.Account),
                ("Protocol", subscription.Protocol),
                ("Endpoint", subscription.Endpoint),
                ("PendingConfirmation", subscription.IsConfirmed ? "false" : "true"),
                (RawMessageDelivery, subscription.IsRaw ? "true" : "false")),
        ];
    }

    private static IEnumerable<XElement> SetAttributes(IFormCollection form, World world, DateTimeOffset now)
    {
        var subscription = world.Topics.FindSubscription(Required(form, "SubscriptionArn"));
        world.Topics.Replace(subscription, subscription with { IsRaw = Raw(Required(form, "AttributeName"), form["AttributeValue"]) });
        return [];
    }

    private static IEnumerable<XElement> Listed(IEnumerable<Subscription> subscriptions, IFormCollection form)
    {
        var page = Page.Of([.. subscriptions], PageSize, (string?)form["NextToken"]);
        yield return new XElement(Ns + "Subscriptions", page.Items.Select(one => new XElement(
            Ns + "member",
            new XElement(Ns + "SubscriptionArn", one.IsConfirmed ? one.Arn : "PendingConfirmation"),
            new XElement(Ns + "Owner", Arn.Account),
            new XElement(Ns + "Protocol", one.Protocol),
            new XElement(Ns + "Endpoint", one.Endpoint),
            new XElement(Ns + "TopicArn", one.TopicArn))));
        if (page.NextToken is not null)
        {
            yield return new XElement(Ns + "NextToken", page.NextToken);
        }
    }

    private static bool Raw(string name, string? value) => (name, value) switch
    {
        (RawMessageDelivery, "true") => true,
        (RawMessageDelivery, "false") => false,
        (RawMessageDelivery, _) => throw Invalid("Attributes", $"{RawMessageDelivery} must be true or false"),
        _ => throw Invalid("Attributes", $"the sandbox knows {RawMessageDelivery} only, not {name}"),
    };

    private static string Required(IFormCollection form, string name) =>
        form[name].FirstOrDefault() is { Length: > 0 } value ? value : throw Invalid(name, "no value for required parameter");

    private static AwsErrorException Invalid(string parameter, string reason) => new("InvalidParameter", $"Invalid parameter: {parameter} Reason: {reason}");
}
