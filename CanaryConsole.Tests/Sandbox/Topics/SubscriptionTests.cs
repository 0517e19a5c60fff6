using CanaryConsole.Sandbox.Protocol;
using CanaryConsole.Sandbox.Topics;

namespace CanaryConsole.Tests.Sandbox.Topics;

public sealed class SubscriptionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private readonly TopicCatalog _topics = new();
    private readonly string _arn;

    public SubscriptionTests() => _arn = _topics.Create("alerts");

    [Fact]
    public void Subscribe_Email_IsToldOnlyAfterItConfirmed()
    {
        var subscription = _topics.Subscribe(_arn, "email", "oncall@example.com", isRaw: false, Noon);
        _topics.Publish(_arn, "early", "too early", Noon);
        var asked = Assert.Single(_topics.Outbox.Emails);
        Assert.Equal(("oncall@example.com", "AWS Notification - Subscription Confirmation"), (asked.To, asked.Subject));
        Assert.Contains($"Action=ConfirmSubscription&TopicArn={Uri.EscapeDataString(_arn)}&Token={subscription.Token}", asked.Body, StringComparison.Ordinal);

        _topics.Confirm(_arn, subscription.Token, Noon);
        _topics.Publish(_arn, "ALARM", "p99 is high", Noon);

        var told = _topics.Outbox.Emails[^1];
        Assert.Equal((_arn, "oncall@example.com", "ALARM", Noon), (told.FromTopic, told.To, told.Subject, told.At));
        Assert.StartsWith("p99 is high\n", told.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Subscribe_SameAddressAgain_IsTheSameSubscriptionAndAsksAgain()
    {
        var first = _topics.Subscribe(_arn, "email", "a@b", isRaw: false, Noon);
        var second = _topics.Subscribe(_arn, "email", "a@b", isRaw: false, Noon);

        Assert.Equal(first, second);
        Assert.Equal(2, _topics.Outbox.Emails.Count);
        Assert.Single(_topics.Subscriptions);
    }

    [Fact]
    public void Confirm_WrongOrOldToken_IsRefused()
    {
        var subscription = _topics.Subscribe(_arn, "email", "a@b", isRaw: false, Noon);

        Assert.Equal("Invalid parameter: Token", Assert.Throws<AwsErrorException>(() => _topics.Confirm(_arn, "0123", Noon)).Message);
        Assert.Throws<AwsErrorException>(() => _topics.Confirm(_arn, subscription.Token, Noon.AddDays(3)));
    }

    [Theory]
    [InlineData("http", "https://127.0.0.1:1/", "must match the specified protocol")]
    [InlineData("http", "nowhere", "must match the specified protocol")]
    [InlineData("http", "http://example.com/", "loopback addresses only, not to example.com")]
    [InlineData("email", "nobody", "Email address")]
    [InlineData("sqs", "arn:aws:sqs:eu-central-1:123456789012:q", "not by sqs")]
    public void Subscribe_WhatCannotBeReached_IsRefused(string protocol, string endpoint, string reason) =>
        Assert.Contains(reason, Assert.Throws<AwsErrorException>(() => _topics.Subscribe(_arn, protocol, endpoint, isRaw: false, Noon)).Message, StringComparison.Ordinal);

    [Fact]
    public void Publish_SubscribersThatDoNotKeepUp_KeepsABoundedQueue()
    {
        var subscription = _topics.Subscribe(_arn, "http", "http://127.0.0.1:9/", isRaw: false, Noon);
        _topics.Confirm(_arn, subscription.Token, Noon);
        for (var i = 0; i < 2000; i++)
        {
            _topics.Publish(_arn, null, "m", Noon);
        }

        Assert.Equal(1000, _topics.Posts.Reader.Count);
    }

    [Fact]
    public void Unsubscribe_Ended_IsToldNoMore()
    {
        var subscription = _topics.Subscribe(_arn, "email", "a@b", isRaw: false, Noon);
        _topics.Confirm(_arn, subscription.Token, Noon);
        _topics.Unsubscribe(subscription.Arn);
        _topics.Publish(_arn, null, "m", Noon);

        Assert.Single(_topics.Outbox.Emails);
        Assert.Empty(_topics.Subscriptions);
    }
}
