using System.Text.RegularExpressions;
using CanaryConsole.Aws.SimpleNotificationService.Model;
using CanaryConsole.Sandbox.Protocol;
using WireTopic = CanaryConsole.Aws.SimpleNotificationService.Model.Topic;

namespace CanaryConsole.Sandbox.Topics;

internal static partial class TopicOperations
{
    /// <summary>What the table puts before the names of SNS's operations.</summary>
    public const string Prefix = "SimpleNotificationService.";

    private const int PageSize = 100;

    /// <summary>A table of its own, because SNS is not asked in JSON.</summary>
    public static OperationTable Table()
    {
        var operations = new OperationTable();
        operations.Add<CreateTopicRequest, CreateTopicResponse>($"{Prefix}CreateTopic", Create);
        operations.Add<DeleteTopicRequest>($"{Prefix}DeleteTopic", (request, world, _) => world.Topics.Delete(TopicParameter.Given(request.TopicArn, "TopicArn")));
        operations.Add<ListTopicsRequest, ListTopicsResponse>($"{Prefix}ListTopics", List);
        operations.Add<GetTopicAttributesRequest, AttributesResponse>($"{Prefix}GetTopicAttributes", GetAttributes);
        operations.Add<SetTopicAttributesRequest>($"{Prefix}SetTopicAttributes", SetAttributes);
        operations.Add<PublishRequest, PublishResponse>(
            $"{Prefix}Publish", (request, world, now) => new PublishResponse { MessageId = world.Topics.Publish(MessageRules.Check(request, now)).Id });
        SubscriptionOperations.Register(operations);
        return operations;
    }

    private static CreateTopicResponse Create(CreateTopicRequest request, World world, DateTimeOffset now) =>
        request.Name is { } name && NamePattern().IsMatch(name)
            ? new CreateTopicResponse { TopicArn = world.Topics.Create(name) }
            : throw TopicParameter.Invalid("Name", "Topic Name must have 1 to 256 letters, digits, hyphens and underscores");

    private static ListTopicsResponse List(ListTopicsRequest request, World world, DateTimeOffset now)
    {
        var page = Page.Of(world.Topics.Arns, null, request.NextToken, PageSize);
        return new ListTopicsResponse { Topics = page.Items.ConvertAll(arn => new WireTopic { TopicArn = arn }), NextToken = page.NextToken };
    }

    private static AttributesResponse GetAttributes(GetTopicAttributesRequest request, World world, DateTimeOffset now)
    {
        var topic = world.Topics.Find(TopicParameter.Given(request.TopicArn, "TopicArn"));
        return new AttributesResponse
        {
            Attributes = new Dictionary<string, string>
            {
                ["TopicArn"] = topic.Arn,
                ["Owner"] = Arn.Account,
                ["DisplayName"] = topic.DisplayName,
                ["SubscriptionsConfirmed"] = topic.Subscriptions.Count(one => one.IsConfirmed).ToString("d", null),
                ["SubscriptionsPending"] = topic.Subscriptions.Count(one => !one.IsConfirmed).ToString("d", null),
                ["SubscriptionsDeleted"] = "0",
            },
        };
    }

    private static void SetAttributes(SetTopicAttributesRequest request, World world, DateTimeOffset now)
    {
        var topic = world.Topics.Find(TopicParameter.Given(request.TopicArn, "TopicArn"));
        if (TopicParameter.Given(request.AttributeName, "AttributeName") is not "DisplayName" and var name)
        {
            throw TopicParameter.Invalid("AttributeName", $"the sandbox keeps DisplayName only, not {name}");
        }

        topic.DisplayName = request.AttributeValue ?? "";
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$")]
    private static partial Regex NamePattern();
}
