using CanaryConsole.Sandbox.Protocol;
using Microsoft.Extensions.Logging;

namespace CanaryConsole.Sandbox.Topics;

/// <summary>What of SNS lives beside the world: the courier, the key that signs, and the links that subscribers follow.</summary>
internal sealed class PostOffice : IDisposable
{
    private readonly Simulation _simulation;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly MessageSigner _signer;

    public PostOffice(Simulation simulation, TimeProvider time, ILogger logger)
    {
        (_simulation, _time, _logger) = (simulation, time, logger);
        _signer = new MessageSigner(time.GetUtcNow());
        Protocol = new TypedQueryProtocol(TopicOperations.Prefix, "http://sns.amazonaws.com/doc/2010-03-31/", TopicOperations.Table(), simulation);
        Links = new SubscriptionLinks(Protocol, _signer);
    }

    public TypedQueryProtocol Protocol { get; }

    public SubscriptionLinks Links { get; }

    /// <summary>Delivers until it is cancelled; the links in messages lead to the address.</summary>
    public async Task RunAsync(Uri address, CancellationToken cancellationToken)
    {
        var posts = _simulation.Visit((world, _) =>
        {
            world.Topics.LinkTo(address);
            return world.Topics.Posts.Reader;
        });
        using var courier = new Courier(posts, Courier.Handler(), _signer, address, _time, _logger);
        await courier.RunAsync(cancellationToken);
    }

    public void Dispose() => _signer.Dispose();
}
