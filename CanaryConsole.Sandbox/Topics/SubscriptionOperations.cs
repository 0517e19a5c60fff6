using CanaryConsole.Aws.SimpleNotificationService.Model;
using CanaryConsole.Sandbox.Protocol;
using WireSubscription = CanaryConsole.Aws.SimpleNotificationService.Model.Subscription;

namespace CanaryConsole.Sandbox.Topics;

internal static class SubscriptionOperations
{
    private const string Prefix = TopicOperations.Prefix;
    private const string RawMessageDelivery = "RawMessageDelivery";
    private const int PageSize = 100;

    public static void Register(OperationTable operations)
    {
        operations.Add<SubscribeRequest, SubscribeResponse>($"{Prefix}Subscribe", Subscribe);
        operations.Add<ConfirmSubscriptionRequest, ConfirmSubscriptionResponse>($"{Prefix}ConfirmSubscription", Confirm);
        operations.Add<UnsubscribeRequest>(
            $"{Prefix}Unsubscribe", (request, world, _) => world.Topics.Unsubscribe(TopicParameter.Given(request.SubscriptionArn, "SubscriptionArn")));
        operations.Add<ListSubscriptionsRequest, ListSubscriptionsByTopicResponse>(
            $"{Prefix}ListSubscriptions", (request, world, _) => Listed(world.Topics.Subscriptions, request.NextToken));
        operations.Add<ListSubscriptionsByTopicRequest, ListSubscriptionsByTopicResponse>(
            $"{Prefix}ListSubscriptionsByTopic",
            (request, world, _) => Listed(world.Topics.Find(TopicParameter.Given(request.TopicArn, "TopicArn")).Subscriptions, request.NextToken));
        operations.Add<GetSubscriptionAttributesRequest, AttributesResponse>($"{Prefix}GetSubscriptionAttributes", GetAttributes);
        operations.Add<SetSubscriptionAttributesRequest>($"{Prefix}SetSubscriptionAttributes", SetAttributes);
    }

    private static SubscribeResponse Subscribe(SubscribeRequest request, World world, DateTimeOffset now)
    {
        var isRaw = false;
        foreach (var (name, value) in request.Attributes ?? [])
        {
            isRaw = Raw(name, value);
        }

        var subscription = world.Topics.Subscribe(
            TopicParameter.Given(request.TopicArn, "TopicArn"),
            TopicParameter.Given(request.Protocol, "Protocol"),
            TopicParameter.Given(request.Endpoint, "Endpoint"),
            isRaw,
            now);
        var isShown = subscription.IsConfirmed || request.ReturnSubscriptionArn == true;
        return new SubscribeResponse { SubscriptionArn = isShown ? subscription.Arn : "pending confirmation" };
    }

    private static ConfirmSubscriptionResponse Confirm(ConfirmSubscriptionRequest request, World world, DateTimeOffset now)
    {
        var confirmed = world.Topics.Confirm(TopicParameter.Given(request.TopicArn, "TopicArn"), TopicParameter.Given(request.Token, "Token"), now);
        return new ConfirmSubscriptionResponse { SubscriptionArn = confirmed.Arn };
    }

    private static AttributesResponse GetAttributes(GetSubscriptionAttributesRequest request, World world, DateTimeOffset now)
    {
        var subscription = world.Topics.FindSubscription(TopicParameter.Given(request.SubscriptionArn, "SubscriptionArn"));
        return new AttributesResponse
        {
            Attributes = new Dictionary<string, string>
            {
                ["SubscriptionArn"] = subscription.Arn,
                ["TopicArn"] = subscription.TopicArn,
                ["Owner"] = Arn.Account,
                ["Protocol"] = subscription.Protocol,
                ["Endpoint"] = subscription.Endpoint,
                ["PendingConfirmation"] = subscription.IsConfirmed ? "false" : "true",
                [RawMessageDelivery] = subscription.IsRaw ? "true" : "false",
            },
        };
    }

    private static void SetAttributes(SetSubscriptionAttributesRequest request, World world, DateTimeOffset now)
    {
        var subscription = world.Topics.FindSubscription(TopicParameter.Given(request.SubscriptionArn, "SubscriptionArn"));
        var isRaw = Raw(TopicParameter.Given(request.AttributeName, "AttributeName"), request.AttributeValue);
        world.Topics.Replace(subscription, subscription with { IsRaw = isRaw });
    }

    private static ListSubscriptionsByTopicResponse Listed(IEnumerable<Subscription> subscriptions, string? nextToken)
    {
        var page = Page.Of([.. subscriptions], null, nextToken, PageSize);
        return new ListSubscriptionsByTopicResponse
        {
            Subscriptions = page.Items.ConvertAll(one => new WireSubscription
            {
                SubscriptionArn = one.IsConfirmed ? one.Arn : "PendingConfirmation",
                Owner = Arn.Account,
                Protocol = one.Protocol,
                Endpoint = one.Endpoint,
                TopicArn = one.TopicArn,
            }),
            NextToken = page.NextToken,
        };
    }

    private static bool Raw(string name, string? value) => (name, value) switch
    {
        (RawMessageDelivery, "true") => true,
        (RawMessageDelivery, "false") => false,
        (RawMessageDelivery, _) => throw TopicParameter.Invalid("Attributes", $"{RawMessageDelivery} must be true or false"),
        _ => throw TopicParameter.Invalid("Attributes", $"the sandbox knows {RawMessageDelivery} only, not {name}"),
    };

    // Answered as the list of one topic is.
    private sealed class ListSubscriptionsRequest
    {
        public string? NextToken { get; set; }
    }
}
