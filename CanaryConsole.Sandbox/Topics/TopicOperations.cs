using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Topics;

internal static partial class TopicOperations
{
    private const int MaximumMessageBytes = 262_144;
    private const int MaximumSubject = 100;
    private static readonly XNamespace Ns = "http://sns.amazonaws.com/doc/2010-03-31/";

    public static QueryTable Table()
    {
        var table = new QueryTable(Ns);
        table.Add("CreateTopic", Create);
        table.Add("ListTopics", List);
        table.Add("Publish", Publish);
        return table;
    }

    private static IEnumerable<XElement> Create(IFormCollection form, World world, DateTimeOffset now)
    {
        string? name = form["Name"];
        return name is not null && NamePattern().IsMatch(name)
            ? [new XElement(Ns + "TopicArn", world.Topics.Create(name))]
            : throw Invalid("Name", "Topic Name must have 1 to 256 letters, digits, hyphens and underscores");
    }

    private static IEnumerable<XElement> List(IFormCollection form, World world, DateTimeOffset now)
    {
        var page = Page.Of(world.Topics.Arns, maxResults: 100, (string?)form["NextToken"]);
        yield return new XElement(Ns + "Topics", page.Items.Select(arn => new XElement(Ns + "member", new XElement(Ns + "TopicArn", arn))));
        if (page.NextToken is not null)
        {
            yield return new XElement(Ns + "NextToken", page.NextToken);
        }
    }

    private static IEnumerable<XElement> Publish(IFormCollection form, World world, DateTimeOffset now)
    {
        string? arn = form["TopicArn"].FirstOrDefault() ?? form["TargetArn"].FirstOrDefault();
        string? message = form["Message"];
        string? subject = form["Subject"];
        if (arn is null)
        {
            throw Invalid("TopicArn or TargetArn", "no value for required parameter");
        }

        if (string.IsNullOrEmpty(message) || Encoding.UTF8.GetByteCount(message) > MaximumMessageBytes)
        {
            throw Invalid("Message", string.IsNullOrEmpty(message) ? "Empty message" : "Message too long");
        }

        if (subject is { Length: 0 or > MaximumSubject } || subject?.Any(char.IsControl) == true)
        {
            throw Invalid("Subject", "Subject must have 1 to 100 characters without line breaks");
        }

        return [new XElement(Ns + "MessageId", world.Topics.Publish(arn, subject, message, now).Id)];
    }

    private static AwsErrorException Invalid(string parameter, string reason) => new("InvalidParameter", $"Invalid parameter: {parameter} Reason: {reason}");

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex NamePattern();
}
