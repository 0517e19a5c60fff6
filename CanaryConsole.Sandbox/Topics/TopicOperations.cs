using System.Text.RegularExpressions;
using System.Xml.Linq;
using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Topics;

internal static partial class TopicOperations
{
    private const int PageSize = 100;
    private static readonly XNamespace Ns = "http://sns.amazonaws.com/doc/2010-03-31/";

    public static QueryTable Table()
    {
        var table = new QueryTable(Ns);
        table.Add("CreateTopic", Create);
        table.Add("DeleteTopic", Delete);
        table.Add("ListTopics", List);
        table.Add("GetTopicAttributes", GetAttributes);
        table.Add("SetTopicAttributes", SetAttributes);
        table.Add("Publish", Publish);
        SubscriptionOperations.Register(table);
        return table;
    }

    private static IEnumerable<XElement> Create(IFormCollection form, World world, DateTimeOffset now)
    {
        string? name = form["Name"];
        return name is not null && NamePattern().IsMatch(name)
            ? [new XElement(Ns + "TopicArn", world.Topics.Create(name))]
            : throw Invalid("Name", "Topic Name must have 1 to 256 letters, digits, hyphens and underscores");
    }

    private static IEnumerable<XElement> Delete(IFormCollection form, World world, DateTimeOffset now)
    {
        world.Topics.Delete(Required(form, "TopicArn"));
        return [];
    }

    private static IEnumerable<XElement> List(IFormCollection form, World world, DateTimeOffset now)
    {
        var page = Page.Of(world.Topics.Arns, PageSize, (string?)form["NextToken"]);
        yield return new XElement(Ns + "Topics", page.Items.Select(arn => new XElement(Ns + "member", new XElement(Ns + "TopicArn", arn))));
        if (page.NextToken is not null)
        {
            yield return new XElement(Ns + "NextToken", page.NextToken);
        }
    }

    private static IEnumerable<XElement> GetAttributes(IFormCollection form, World world, DateTimeOffset now)
    {
        var topic = world.Topics.Find(Required(form, "TopicArn"));
        return
        [
            SubscriptionOperations.Attributes(
                ("TopicArn", topic.Arn),
                ("Owner", Arn.Account),
                ("DisplayName", topic.DisplayName),
                ("SubscriptionsConfirmed", topic.Subscriptions.Count(one => one.IsConfirmed).ToString("d", null)),
                ("SubscriptionsPending", topic.Subscriptions.Count(one => !one.IsConfirmed).ToString("d", null)),
                ("SubscriptionsDeleted", "0")),
        ];
    }

    private static IEnumerable<XElement> SetAttributes(IFormCollection form, World world, DateTimeOffset now)
    {
        var topic = world.Topics.Find(Required(form, "TopicArn"));
        if (Required(form, "AttributeName") is not "DisplayName" and var name)
        {
            throw Invalid("AttributeName", $"the sandbox keeps DisplayName only, not {name}");
        }

        topic.DisplayName = form["AttributeValue"].FirstOrDefault() ?? "";
        return [];
    }

    private static IEnumerable<XElement> Publish(IFormCollection form, World world, DateTimeOffset now) =>
        [new XElement(Ns + "MessageId", world.Topics.Publish(MessageForm.Read(form, now)).Id)];

    private static string Required(IFormCollection form, string name) =>
        form[name].FirstOrDefault() is { Length: > 0 } value ? value : throw Invalid(name, "no value for required parameter");

    private static AwsErrorException Invalid(string parameter, string reason) => new("InvalidParameter", $"Invalid parameter: {parameter} Reason: {reason}");

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex NamePattern();
}
