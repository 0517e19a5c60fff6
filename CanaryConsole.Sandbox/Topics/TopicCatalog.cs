using System.Threading.Channels;
using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Topics;

/// <summary>SNS topics, their subscriptions, and the newest messages published to them. E-mails land in the outbox; what is to be posted waits for the courier.</summary>
internal sealed class TopicCatalog
{
    private const int MaximumTopics = 1000;
    private const int MaximumMessages = 1000;
    private const int MaximumSubscriptions = 1000;
    private const int MaximumPosts = 1000;
    private static readonly TimeSpan TokenLife = TimeSpan.FromDays(2);

    private readonly SortedDictionary<string, Topic> _topics = new(StringComparer.Ordinal);
    private readonly Queue<PublishedMessage> _published = new();
    private readonly Dice _dice;
    private Envelope _envelope = new(new Uri($"http://127.0.0.1:{SandboxOptions.DefaultPort}/"));

    public TopicCatalog()
        : this(new Dice(0))
    {
    }

    public TopicCatalog(Dice dice) => _dice = dice;

    public Outbox Outbox { get; } = new();

    /// <summary>What waits to be posted. While subscribers cannot keep up, the newest are dropped.</summary>
    public Channel<PostedMessage> Posts { get; } = Channel.CreateBounded<PostedMessage>(new BoundedChannelOptions(MaximumPosts) { FullMode = BoundedChannelFullMode.DropWrite });

    public IReadOnlyList<string> Arns => [.. _topics.Keys];

    public IReadOnlyList<PublishedMessage> Published => [.. _published];

    public IEnumerable<Subscription> Subscriptions => _topics.Values.SelectMany(topic => topic.Subscriptions);

    /// <summary>How many ids were given out to messages and subscriptions.</summary>
    public long MessageIds { get; set; }

    public bool Contains(string arn) => _topics.ContainsKey(arn);

    /// <summary>Says under which address the links in messages can be followed.</summary>
    public void LinkTo(Uri address) => _envelope = new Envelope(address);

    /// <summary>Answers with the topic that already has the name, as SNS does.</summary>
    public string Create(string name)
    {
        var arn = Arn.Topic(name);
        if (!_topics.ContainsKey(arn) && _topics.Count >= MaximumTopics)
        {
            throw new AwsErrorException("TopicLimitExceeded", $"The limit of {MaximumTopics} topics is reached.", 403);
        }

        _topics.TryAdd(arn, new Topic(arn));
        return arn;
    }

    /// <summary>Deletes the topic with its subscriptions; one that does not exist is deleted already.</summary>
    public void Delete(string arn) => _topics.Remove(arn);

    public Topic Find(string arn) => _topics.TryGetValue(arn, out var topic) ? topic : throw new AwsErrorException("NotFound", "Topic does not exist", 404);

    public PublishedMessage Publish(string topicArn, string? subject, string message, DateTimeOffset at) =>
        Publish(new PublishedMessage("", topicArn, subject, message, at));

    public PublishedMessage Publish(PublishedMessage message)
    {
        var topic = Find(message.TopicArn);
        var published = message with { Id = NextId() };
        _published.Enqueue(published);
        while (_published.Count > MaximumMessages)
        {
            _published.Dequeue();
        }

        foreach (var subscription in topic.Subscriptions.Where(subscription => subscription.IsConfirmed))
        {
            if (subscription.IsEmail)
            {
                Outbox.Add(_envelope.NotificationEmail(subscription, published));
            }
            else
            {
                Posts.Writer.TryWrite(_envelope.Notification(subscription, published));
            }
        }

        return published;
    }

    /// <summary>Subscribes an address and asks it to confirm; asks again while it has not.</summary>
    public Subscription Subscribe(string topicArn, string protocol, string endpoint, bool isRaw, DateTimeOffset now)
    {
        var topic = Find(topicArn);
        Subscription.CheckEndpoint(protocol, endpoint);
        topic.Subscriptions.RemoveAll(old => !old.IsConfirmed && now - old.Since > TokenLife);
        var subscription = topic.Subscriptions.Find(known => known.Protocol == protocol && known.Endpoint == endpoint);
        if (subscription is null)
        {
            if (Subscriptions.Count() >= MaximumSubscriptions)
            {
                throw new AwsErrorException("SubscriptionLimitExceeded", $"The limit of {MaximumSubscriptions} subscriptions is reached.", 403);
            }

            subscription = new Subscription($"{topicArn}:{NextId()}", topicArn, protocol, endpoint, Token(), now) { IsRaw = isRaw };
            topic.Subscriptions.Add(subscription);
        }

        if (!subscription.IsConfirmed)
        {
            AskToConfirm(subscription, now);
        }

        return subscription;
    }

    public Subscription Confirm(string topicArn, string token, DateTimeOffset now)
    {
        var pending = Find(topicArn).Subscriptions.Find(one => one.Token == token && (one.IsConfirmed || now - one.Since <= TokenLife))
            ?? throw new AwsErrorException("InvalidParameter", "Invalid parameter: Token");
        return Replace(pending, pending with { IsConfirmed = true });
    }

    public Subscription FindSubscription(string arn) =>
        Subscriptions.FirstOrDefault(one => one.Arn == arn) ?? throw new AwsErrorException("NotFound", "Subscription does not exist", 404);

    public Subscription Replace(Subscription old, Subscription changed)
    {
        var subscriptions = Find(old.TopicArn).Subscriptions;
        subscriptions[subscriptions.IndexOf(old)] = changed;
        return changed;
    }

    /// <summary>Ends a subscription; one that does not exist has ended already.</summary>
    public void Unsubscribe(string arn)
    {
        foreach (var topic in _topics.Values)
        {
            topic.Subscriptions.RemoveAll(one => one.Arn == arn);
        }
    }

    private void AskToConfirm(Subscription subscription, DateTimeOffset now)
    {
        if (subscription.IsEmail)
        {
            Outbox.Add(_envelope.ConfirmationEmail(subscription, now));
        }
        else
        {
            Posts.Writer.TryWrite(_envelope.Confirmation(subscription, NextId(), now));
        }
    }

    private string NextId() => $"00000000-0000-4000-8000-{++MessageIds:d12}";

    private string Token() => string.Concat(Enumerable.Range(0, 32).Select(_ => ((int)(_dice.Uniform() * 16)).ToString("x", null)));
}
