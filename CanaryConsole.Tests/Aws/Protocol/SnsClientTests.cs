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
