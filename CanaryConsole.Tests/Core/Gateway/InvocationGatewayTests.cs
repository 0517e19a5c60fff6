using CanaryConsole.Core.Gateway;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Monitoring;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Core.Gateway;

public sealed class InvocationGatewayTests : IDisposable
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(20);

    private readonly MonitorBench _bench = new(more: services => services.Configure<GatewayOptions>(options => options.Endpoints = "*"));

    private IInvocationGateway Gateway => _bench.Service<IInvocationGateway>();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Target_OneVariantHasTheTraffic_IsLeftToTheWeightsAndKnown()
    {
        await _bench.TickAsync();

        Assert.Equal(new GatewayTarget(null, "champion", IsPinned: false), Gateway.Target("media-ranker", null, "u-1"));
        Assert.Equal(default, Gateway.Target("unknown", null, "u-1"));
    }

    [Fact]
    public async Task Target_WhileARolloutBakes_FollowsTheUnitAndPinsOnlyWhatTheCallerNames()
    {
        var id = await _bench.StartAsync();
        await _bench.UntilAsync(id, RolloutPhase.Baking);
        await _bench.TickAsync();

        var targets = Enumerable.Range(0, 400).Select(unit => Gateway.Target("media-ranker", null, $"u-{unit}")).ToList();

        Assert.InRange(targets.Count(target => target.Variant == "challenger-v8"), 60, 140);
        Assert.All(targets, target => Assert.False(target.IsPinned));
        Assert.Equal(default, Gateway.Target("media-ranker", null, ""));
        Assert.Equal(new GatewayTarget("champion", null, IsPinned: true), Gateway.Target("media-ranker", "champion", "u-1"));
        Assert.Equal(400, Gateway.Status("media-ranker").Assigned);
    }

    [Fact]
    public async Task Target_OnceARollbackIsOrdered_NamesTheChallengerNoMore()
    {
        var id = await _bench.StartAsync();
        await _bench.UntilAsync(id, RolloutPhase.Baking);
        await _bench.TickAsync();
        await _bench.Rollouts.RollBackAsync(id, "looks odd", "ann", CancellationToken.None);

        Assert.True(_bench.Cloud.Endpoint.Variant("challenger-v8")!.CurrentWeight > 0);
        Assert.All(Enumerable.Range(0, 400), unit => Assert.Equal("champion", Gateway.Target("media-ranker", null, $"u-{unit}").Variant));
    }

    [Fact]
    public void Count_AnswersAndFailures_FallToWhoeverCanBeBlamed()
    {
        var none = default(GatewayTarget);
        Gateway.Count("e", none, "a", InvocationStatus.Answered, Latency);
        Gateway.Count("e", none, null, InvocationStatus.ServerError, Latency);
        Gateway.Count("e", none, null, InvocationStatus.ClientError, Latency);
        Gateway.Count("e", new GatewayTarget("a", null, IsPinned: true), null, InvocationStatus.ServerError, Latency);
        Gateway.Count("e", new GatewayTarget("made-up", null, IsPinned: true), null, InvocationStatus.ServerError, Latency);
        Gateway.Count("e", new GatewayTarget("b", null, IsPinned: false), null, InvocationStatus.ServerError, Latency);
        Gateway.Count("e", new GatewayTarget(null, "c", IsPinned: false), null, InvocationStatus.Abandoned, Latency);
        _bench.Clock.Advance(TimeSpan.FromSeconds(1));

        var status = Gateway.Status("e");

        Assert.Equal(
            [("a", 2L, 1L, 1L), ("b", 1L, 1L, 0L), ("c", 1L, 0L, 0L)],
            status.Variants.Select(variant => (variant.Name, variant.Requests, variant.Errors, variant.Pinned)));
        Assert.Equal(2, status.Unattributed);
    }

    [Fact]
    public void TryEnter_WithinTheBudget_HoldsRequestsAndBytesUntilTheyAreOver()
    {
        var gateway = With(new GatewayOptions { Endpoints = "*", RequestsInFlight = 2, MegabytesInFlight = 8 });
        var first = gateway.TryEnter("e")!;
        var second = gateway.TryEnter("e")!;

        Assert.Null(gateway.TryEnter("e"));
        Assert.True(first.TryTake(8 * 1024 * 1024));
        Assert.False(second.TryTake(1));
        Assert.Equal(2, gateway.Status("e").InFlight);

        first.Dispose();
        first.Dispose();

        Assert.True(second.TryTake(8 * 1024 * 1024));
        Assert.NotNull(gateway.TryEnter("e"));
        Assert.Null(gateway.TryEnter("e"));
    }

    private static InvocationGateway With(GatewayOptions options)
    {
        var made = Microsoft.Extensions.Options.Options.Create(options);
        return new InvocationGateway(new GatewayCounts(made, TimeProvider.System), null!, new InFlightBudget(made), TimeProvider.System);
    }
}
