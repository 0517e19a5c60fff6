using CanaryConsole.Aws.SimpleNotificationService.Model;

namespace CanaryConsole.Tests.Aws.Protocol;

public sealed class SnsClientTests : IAsyncLifetime
{
    private ScriptedServer _server = null!;

    public async Task InitializeAsync() => _server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Publish_Message_IsAFormAndTheAnswerXml()
    {
        _server.Then(
            200,
            """<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>m-1</MessageId></PublishResult><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></PublishResponse>""",
            "text/xml");
        using var client = TestClients.Sns(_server.Url);

        var response = await client.PublishAsync(new PublishRequest
        {
            TopicArn = "arn:aws:sns:eu-central-1:1:t",
            Message = "5 % & more",
            MessageAttributes = new() { ["kind"] = new MessageAttributeValue { DataType = "String", StringValue = "rollback" } },
        });

        Assert.Equal(("m-1", "r-1"), (response.MessageId, response.ResponseMetadata.RequestId));
        var request = Assert.Single(_server.Requests);
        Assert.Equal(
            "Action=Publish&Version=2010-03-31&TopicArn=arn%3Aaws%3Asns%3Aeu-central-1%3A1%3At&Message=5%20%25%20%26%20more"
            + "&MessageAttributes.entry.1.Name=kind&MessageAttributes.entry.1.Value.DataType=String&MessageAttributes.entry.1.Value.StringValue=rollback",
            request.Body);
        Assert.Contains("/sns/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateTopic_MapsAndLists_AreFlattened()
    {
        _server.Then(200, "<CreateTopicResponse><CreateTopicResult><TopicArn>t</TopicArn></CreateTopicResult></CreateTopicResponse>", "text/xml");
        using var client = TestClients.Sns(_server.Url);

        await client.CreateTopicAsync(new CreateTopicRequest
        {
            Name = "alerts",
            Attributes = new() { ["DisplayName"] = "Alerts" },
            Tags = [new Tag { Key = "team", Value = "media" }, new Tag { Key = "stage", Value = "" }],
        });

        Assert.Equal(
            "Action=CreateTopic&Version=2010-03-31&Name=alerts&Attributes.entry.1.key=DisplayName&Attributes.entry.1.value=Alerts"
            + "&Tags.member.1.Key=team&Tags.member.1.Value=media&Tags.member.2.Key=stage&Tags.member.2.Value=",
            Assert.Single(_server.Requests).Body);
    }

    [Fact]
    public async Task Subscriptions_OfATopic_AreReadWithAllTheirMembers()
    {
        _server
            .Then(200, "<SubscribeResponse><SubscribeResult><SubscriptionArn>pending confirmation</SubscriptionArn></SubscribeResult></SubscribeResponse>", "text/xml")
            .Then(
                200,
                "<ListSubscriptionsByTopicResponse><ListSubscriptionsByTopicResult><Subscriptions><member><SubscriptionArn>s</SubscriptionArn><Owner>1</Owner><Protocol>https</Protocol><Endpoint>https://x/</Endpoint><TopicArn>t</TopicArn></member></Subscriptions></ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>",
                "text/xml");
        using var client = TestClients.Sns(_server.Url);

        var created = await client.SubscribeAsync(new SubscribeRequest { TopicArn = "t", Protocol = "https", Endpoint = "https://x/", ReturnSubscriptionArn = true });
        var listed = await client.ListSubscriptionsByTopicAsync(new ListSubscriptionsByTopicRequest { TopicArn = "t" });

        Assert.Equal("pending confirmation", created.SubscriptionArn);
        Assert.EndsWith("&TopicArn=t&Protocol=https&Endpoint=https%3A%2F%2Fx%2F&ReturnSubscriptionArn=true", _server.Requests.First().Body, StringComparison.Ordinal);
        var subscription = Assert.Single(listed.Subscriptions!);
        Assert.Equal(("s", "1", "https", "https://x/", "t"), (subscription.SubscriptionArn, subscription.Owner, subscription.Protocol, subscription.Endpoint, subscription.TopicArn));
    }

    [Fact]
    public async Task ListTopics_TwoTopics_AreBothRead()
    {
        _server.Then(
            200,
            "<ListTopicsResponse><ListTopicsResult><Topics><member><TopicArn>a</TopicArn></member><member><TopicArn>b</TopicArn></member></Topics><NextToken>n</NextToken></ListTopicsResult></ListTopicsResponse>",
            "text/xml");
        using var client = TestClients.Sns(_server.Url);

        var response = await client.ListTopicsAsync(new ListTopicsRequest());

        Assert.Equal(["a", "b"], response.Topics!.Select(topic => topic.TopicArn));
        Assert.Equal("n", response.NextToken);
    }
}
