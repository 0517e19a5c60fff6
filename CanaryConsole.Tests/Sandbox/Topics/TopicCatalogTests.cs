using CanaryConsole.Sandbox.Protocol;
using CanaryConsole.Sandbox.Topics;

namespace CanaryConsole.Tests.Sandbox.Topics;

public sealed class TopicCatalogTests
{
    [Fact]
    public void Create_Twice_GivesTheSameTopic()
    {
        var topics = new TopicCatalog();

        Assert.Equal(topics.Create("alerts"), topics.Create("alerts"));
        Assert.Equal(["arn:aws:sns:eu-central-1:123456789012:alerts"], topics.Arns);
    }

    [Fact]
    public void Publish_MoreThanIsKept_KeepsTheNewestThousand()
    {
        var topics = new TopicCatalog();
        var arn = topics.Create("alerts");
        for (var i = 1; i <= 1001; i++)
        {
            topics.Publish(arn, "subject", $"message {i}", default);
        }

        Assert.Equal(1000, topics.Published.Count);
        Assert.Equal(("message 2", "message 1001"), (topics.Published[0].Message, topics.Published[^1].Message));
    }

    [Fact]
    public void Publish_UnknownTopic_IsRefused() =>
        Assert.Equal("NotFound", Assert.Throws<AwsErrorException>(() => new TopicCatalog().Publish("arn:x", null, "m", default)).Code);
}
