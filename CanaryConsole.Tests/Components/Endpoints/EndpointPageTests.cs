using Bunit;
using CanaryConsole.Components.Pages;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Gateway;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using static CanaryConsole.Tests.Components.SnapshotBuilder;

namespace CanaryConsole.Tests.Components.Endpoints;

public sealed class EndpointPageTests : ConsoleTestContext
{
    private readonly FakeHistory _history = new();
    private readonly FakeGateway _gateway = new();

    public EndpointPageTests()
    {
        Services.AddSingleton<IRolloutService>(_history);
        Services.AddSingleton<IWeightService>(new NoWeights());
        Services.AddSingleton<IInvocationGateway>(_gateway);
    }

    [Fact]
    public void Endpoint_InService_ShowsVariantsAndFacts()
    {
        Feed.Publish(Snapshot([Endpoint(variants: [Variant(weight: 75), Variant("challenger", "media-ranker-v8", 25, 50, instances: 1)])]));

        var page = Show();

        var challenger = page.FindAll("tbody tr")[1].TextContent;
        Assert.Contains("media-ranker-v8", challenger);
        Assert.Contains("1 x ml.m5.xlarge", challenger);
        Assert.Contains("25 %", challenger);
        Assert.Contains("→ 40 %", challenger);
        Assert.Contains("10/s", challenger);
        Assert.Contains("arn:aws:sagemaker:eu-central-1:000000000000:endpoint/media-ranker", page.Markup);
        Assert.Contains("/rollouts/new?endpoint=media-ranker", page.Markup);
    }

    [Fact]
    public void Endpoint_RolloutActive_LinksToItAndOffersNoOther()
    {
        Feed.Publish(Snapshot([Endpoint()], [Rollout(assessments: [Assessment(new Verdict.Healthy("fine"))])]));

        var page = Show();

        Assert.Contains("v8 is being rolled out: Baking 25 %", page.Markup.Text());
        Assert.DoesNotContain("/rollouts/new", page.Markup);
    }

    [Fact]
    public void Endpoint_History_IsListedAndReadAnewWhenARolloutMovesOn()
    {
        _history.Answer = () => [State(RolloutPhase.RolledBack, reason: "6.2 % failed")];
        Feed.Publish(Snapshot([Endpoint()]));
        var page = Show();
        Assert.Contains("Rolled back6.2 % failed", page.Markup.Text());

        _history.Answer = () => [State(id: "media-ranker-20261121-2")];
        Publish(Snapshot([Endpoint()], [Rollout(State(id: "media-ranker-20261121-2"))]));

        page.WaitForAssertion(() => Assert.Contains("/rollouts/media-ranker-20261121-2", page.Markup));
    }

    [Fact]
    public void Endpoint_HistoryUnreadable_SaysWhyAndTheRestStays()
    {
        _history.Answer = () => throw new StoreException("The event store is locked.");
        Feed.Publish(Snapshot([Endpoint()]));

        var page = Show();

        Assert.Contains("The history cannot be read: The event store is locked.", page.Find("[role=alert]").TextContent);
        Assert.Contains("Weights", page.Markup.Text());
    }

    [Fact]
    public void Endpoint_Unknown_SaysSo()
    {
        Feed.Publish(Snapshot([Endpoint("other")]));

        Assert.Contains("SageMaker has no endpoint named media-ranker in eu-central-1.", Show().Markup.Text());
    }

    [Fact]
    public void Endpoint_Failed_SaysWhatSageMakerSays()
    {
        Feed.Publish(Snapshot([Endpoint(status: EndpointStatus.Failed, failureReason: "The image could not be pulled")]));

        Assert.Contains("SageMaker says: The image could not be pulled", Show().Find("[role=alert]").TextContent.Text());
    }

    [Fact]
    public void Gateway_On_ShowsItsAddressWithExamplesAndWhatPassed()
    {
        _gateway.Now = new GatewayStatus(true, [new GatewayVariant("champion", 1_200, 3, 40, TimeSpan.FromMilliseconds(62))], InFlight: 2, Refused: 5, Assigned: 900, Unattributed: 1);
        Feed.Publish(Snapshot([Endpoint()]));

        var page = Show();
        var text = page.Markup.Text();

        Assert.Contains("boto3.client(\"sagemaker-runtime\", endpoint_url=\"http://localhost\")", System.Net.WebUtility.HtmlDecode(text), StringComparison.Ordinal);
        Assert.Contains("--endpoint-url http://localhost --endpoint-name media-ranker", text, StringComparison.Ordinal);
        Assert.Equal(["champion", "1,200", "3", "62 ms", "40"], page.FindAll("section").Single(section => section.TextContent.Contains("Last minute")).QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
        Assert.Contains("2 in flight · since the start 900 assigned by unit · 5 refused · 1 failed without naming a variant", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Gateway_Off_SaysHowToTurnItOn()
    {
        Feed.Publish(Snapshot([Endpoint()]));

        Assert.Contains("--Gateway:Endpoints=media-ranker", Show().Markup.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Endpoint_BeforeTheFirstTick_IsLoading() => Assert.Contains("first look", Show().Find("[role=status]").TextContent);

    private IRenderedComponent<EndpointPage> Show() => Render<EndpointPage>(parameters => parameters.Add(page => page.Name, "media-ranker"));

    internal sealed class FakeGateway : IInvocationGateway
    {
        public GatewayStatus Now { get; set; } = new(false, [], 0, 0, 0, 0);

        public bool Covers(string endpoint) => Now.IsCovered;

        public GatewayStatus Status(string endpoint) => Now;

        public GatewayPass? TryEnter(string endpoint) => throw new NotSupportedException();

        public GatewayTarget Target(string endpoint, string? wanted, ReadOnlySpan<char> unit) => throw new NotSupportedException();

        public void Count(string endpoint, GatewayTarget target, string? answered, InvocationStatus status, TimeSpan latency) => throw new NotSupportedException();

        public void Refuse(string endpoint) => throw new NotSupportedException();
    }

    private sealed class NoWeights : IWeightService
    {
        public Task<WeightResult> SetAsync(string endpoint, IReadOnlyDictionary<string, double> shares, string actor, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    private sealed class FakeHistory : IRolloutService
    {
        public Func<IReadOnlyList<RolloutState>> Answer { get; set; } = () => [];

        public Task<IReadOnlyList<RolloutState>> ListAsync(string? endpoint, int limit, CancellationToken cancellationToken) => Task.FromResult(Answer());

        public Task<CommandResult> StartAsync(RolloutRequest request, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CommandResult> RestartAsync(RolloutId id, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CommandResult> ApproveAsync(RolloutId id, string? comment, string? planDigest, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CommandResult> PauseAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CommandResult> ResumeAsync(RolloutId id, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CommandResult> PromoteAsync(RolloutId id, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CommandResult> MoveShareAsync(RolloutId id, double challengerShare, string? reason, string actor, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<CommandResult> RollBackAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CommandResult> CancelAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CommandResult> RefuseAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CommandResult> SkipStepAsync(RolloutId id, string? reason, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CommandResult> JumpToStepAsync(RolloutId id, int step, string? reason, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CommandResult> ExtendBakeAsync(RolloutId id, double minutes, string? reason, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CommandResult> RestartStepsAsync(RolloutId id, string? reason, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CommandResult> AdoptAsync(RolloutId id, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CommandResult> RestoreAsync(RolloutId id, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CommandResult> LeaveRestAsync(RolloutId id, string reason, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<RolloutRecord?> FindAsync(RolloutId id, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
