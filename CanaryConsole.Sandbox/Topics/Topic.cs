namespace CanaryConsole.Sandbox.Topics;

/// <summary>A topic and those who subscribe to it, pending ones included.</summary>
internal sealed class Topic(string arn)
{
    public string Arn { get; } = arn;

    public string DisplayName { get; set; } = "";

    public List<Subscription> Subscriptions { get; } = [];
}
