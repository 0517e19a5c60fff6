using System.Net;
using System.Xml.Linq;

namespace CanaryConsole.Tests.Sandbox.Topics;

/// <summary>SNS as it is spoken: forms in, XML out.</summary>
public sealed class TopicOperationsTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IDisposable
{
    private static readonly XNamespace Ns = "http://sns.amazonaws.com/doc/2010-03-31/";

    private readonly HttpClient _http = new() { BaseAddress = sandbox.Address };

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Topic_FromItsCreationToItsEnd_IsAnsweredInTheModelsShapes()
    {
        var created = await SendAsync(HttpStatusCode.OK, "Action=CreateTopic&Name=shapes&Tags.member.1.Key=team&Tags.member.1.Value=media");
        var arn = created.Element(Ns + "CreateTopicResult")!.Element(Ns + "TopicArn")!.Value;
        await SendAsync(HttpStatusCode.OK, $"Action=SetTopicAttributes&TopicArn={arn}&AttributeName=DisplayName&AttributeValue=On+call");

        var listed = await SendAsync(HttpStatusCode.OK, "Action=ListTopics");
        Assert.Contains(arn, listed.Element(Ns + "ListTopicsResult")!.Element(Ns + "Topics")!.Elements(Ns + "member").Select(topic => topic.Element(Ns + "TopicArn")!.Value));

        var attributes = await SendAsync(HttpStatusCode.OK, $"Action=GetTopicAttributes&TopicArn={arn}");
        Assert.Equal(("On call", "0"), (Entry(attributes, "DisplayName"), Entry(attributes, "SubscriptionsPending")));

        var deleted = await SendAsync(HttpStatusCode.OK, $"Action=DeleteTopic&TopicArn={arn}");
        Assert.Equal(["ResponseMetadata"], deleted.Elements().Select(element => element.Name.LocalName));
    }

    [Fact]
    public async Task Subscription_ConfirmedByItsLink_IsListedAndDescribed()
    {
        var arn = (await SendAsync(HttpStatusCode.OK, "Action=CreateTopic&Name=linked")).Descendants(Ns + "TopicArn").Single().Value;
        var subscribed = await SendAsync(
            HttpStatusCode.OK,
            $"Action=Subscribe&TopicArn={arn}&Protocol=email&Endpoint=a%40b&ReturnSubscriptionArn=true&Attributes.entry.1.key=RawMessageDelivery&Attributes.entry.1.value=true");
        var subscription = subscribed.Descendants(Ns + "SubscriptionArn").Single().Value;
        var pending = await SendAsync(HttpStatusCode.OK, $"Action=ListSubscriptionsByTopic&TopicArn={arn}");
        Assert.Equal("PendingConfirmation", pending.Descendants(Ns + "SubscriptionArn").Single().Value);

        var token = sandbox.Host.Simulation.Visit((world, _) => world.Topics.FindSubscription(subscription).Token);
        var confirmed = XElement.Parse(await _http.GetStringAsync(new Uri($"/?Action=ConfirmSubscription&TopicArn={arn}&Token={token}", UriKind.Relative)));

        Assert.Equal((Ns + "ConfirmSubscriptionResponse", subscription), (confirmed.Name, confirmed.Descendants(Ns + "SubscriptionArn").Single().Value));
        var all = await SendAsync(HttpStatusCode.OK, "Action=ListSubscriptions");
        Assert.Contains(subscription, all.Element(Ns + "ListSubscriptionsResult")!.Descendants(Ns + "SubscriptionArn").Select(one => one.Value));
        var attributes = await SendAsync(HttpStatusCode.OK, $"Action=GetSubscriptionAttributes&SubscriptionArn={subscription}");
        Assert.Equal(("true", "false"), (Entry(attributes, "RawMessageDelivery"), Entry(attributes, "PendingConfirmation")));
    }

    [Theory]
    [InlineData("Action=DeleteTopic", "InvalidParameter", "Invalid parameter: TopicArn Reason: no value for required parameter")]
    [InlineData("Action=DeleteTopic&TopicArn=", "InvalidParameter", "Invalid parameter: TopicArn Reason: no value for required parameter")]
    [InlineData("Action=CreateTopic&Name=t&Tags.member.1.Value=v", "InvalidParameter", "Invalid parameter: Tags.member.1.Key Reason: no value for required parameter")]
    [InlineData(
        "Action=CreateTopic&Name=t&Tags.member.1.Key=&Tags.member.1.Value=v",
        "InvalidParameter",
        "Invalid parameter: Tags.member.1.Key Reason: Member must have length greater than or equal to 1")]
    [InlineData("Action=CreateTopic&Name=no+spaces", "InvalidParameter", "Invalid parameter: Name Reason: Topic Name must have 1 to 256 letters, digits, hyphens and underscores")]
    [InlineData("Action=Publish&Message=m", "InvalidParameter", "Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter")]
    [InlineData("Action=Publish&TopicArn=a&Message=", "InvalidParameter", "Invalid parameter: Message Reason: Empty message")]
    [InlineData(
        "Action=Publish&TopicArn=a&Message=m&MessageAttributes.entry.1.Name=kind&MessageAttributes.entry.1.Value.StringValue=v",
        "InvalidParameter",
        "Invalid parameter: MessageAttributes.kind.member.DataType Reason: no value for required parameter")]
    [InlineData(
        "Action=Publish&TopicArn=a&Message=m&MessageAttributes.entry.1.Name=kind&MessageAttributes.entry.1.Value.DataType=Binary&MessageAttributes.entry.1.Value.BinaryValue=!",
        "MalformedInput",
        "The value of MessageAttributes.BinaryValue cannot be read.")]
    [InlineData(
        "Action=Publish&TopicArn=a&Message=m&MessageAttributes.entry.1.Name=kind&MessageAttributes.entry.1.Value.DataType=Colour&MessageAttributes.entry.1.Value.StringValue=v",
        "ParameterValueInvalid",
        "The message attribute 'kind' must have a DataType of String, Number or Binary and a value of it, and there are at most 100.")]
    [InlineData("Action=MakeCoffee", "InvalidAction", "The action MakeCoffee is not valid for this web service.")]
    public async Task Request_OutOfItsBounds_IsRefusedInSnsWords(string form, string code, string message)
    {
        var refused = await SendAsync(HttpStatusCode.BadRequest, form);

        Assert.Equal((code, message), (refused.Descendants(Ns + "Code").Single().Value, refused.Descendants(Ns + "Message").Single().Value));
    }

    [Fact]
    public async Task Topic_ThatIsNotThere_IsNotFound()
    {
        var refused = await SendAsync(HttpStatusCode.NotFound, "Action=GetTopicAttributes&TopicArn=arn:aws:sns:eu-central-1:123456789012:none");

        Assert.Equal("NotFound", refused.Descendants(Ns + "Code").Single().Value);
    }

    private static string Entry(XElement answer, string key) =>
        answer.Descendants(Ns + "Attributes").Single().Elements(Ns + "entry").Single(entry => entry.Element(Ns + "key")!.Value == key).Element(Ns + "value")!.Value;

    private async Task<XElement> SendAsync(HttpStatusCode status, string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(form, null, "application/x-www-form-urlencoded") };
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=x/20260105/eu-central-1/sns/aws4_request, SignedHeaders=host, Signature={new string('0', 64)}");
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260105T120000Z");
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, text);
        return XElement.Parse(text);
    }
}
