using System.Diagnostics;
using System.Text;
using CanaryConsole.Sandbox.Containers;
using CanaryConsole.Sandbox.Invocations;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Tests.Sandbox.Containers;

public sealed class ContainerClientTests : IAsyncLifetime, IDisposable
{
    private readonly ManualTimeProvider _wall = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(30));
    private ContainerClient? _client;
    private ModelServer? _server;

    private ModelServer Server => _server ?? throw new UnreachableException();

    private ContainerClient Client => _client ?? throw new UnreachableException();

    private Container Container => new("primary", Server.Address);

    public async Task InitializeAsync() => (_client, _server) = (new ContainerClient(_wall), await ModelServer.StartAsync());

    public async Task DisposeAsync()
    {
        Dispose();
        await Server.DisposeAsync();
    }

    public void Dispose()
    {
        _client?.Dispose();
        _limit.Dispose();
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(204, true)]
    [InlineData(302, false)]
    [InlineData(503, false)]
    public async Task Ping_PassesOnTwoHundredsOnly(int status, bool passes)
    {
        Server.PingStatus = status;

        Assert.Equal(passes, await Client.PingAsync(Container.Ping, _limit.Token));
    }

    [Fact]
    public async Task Ping_NobodyListens_DoesNotPass()
    {
        var address = Server.Address;
        await Server.DisposeAsync();

        Assert.False(await Client.PingAsync(new Container("primary", address).Ping, _limit.Token));
    }

    [Fact]
    public async Task Invoke_AnswerOfTwoHundred_IsPassedOnWithItsHeaders()
    {
        Server.Invocation = context =>
        {
            context.Response.ContentType = "text/csv";
            context.Response.Headers["X-Amzn-SageMaker-Custom-Attributes"] = "trace=1";
            return context.Response.WriteAsync("0.5");
        };

        var answer = await Client.InvokeAsync(
            Container, new InvocationRequest("e", "1,2"u8.ToArray()) { ContentType = "text/csv", Accept = "text/csv", InferenceId = "i-1", CustomAttributes = "trace=1", TargetModel = "m.tar.gz" }, _limit.Token);

        Assert.Equal((200, "text/csv", "0.5", "trace=1"), (answer.Status, answer.ContentType, Text(answer), answer.CustomAttributes));
        var sent = Server.Invocations.Single();
        Assert.Equal(
            ["text/csv", "text/csv", "i-1", "trace=1", "m.tar.gz"],
            new[] { "Content-Type", "Accept", "X-Amzn-SageMaker-Inference-Id", "X-Amzn-SageMaker-Custom-Attributes", "X-Amzn-SageMaker-Target-Model" }.Select(name => sent[name]));
        Assert.DoesNotContain("Authorization", sent.Keys);
    }

    [Fact]
    public async Task Invoke_Redirect_IsNotFollowed()
    {
        Server.Invocation = context =>
        {
            context.Response.Redirect("/ping");
            return Task.CompletedTask;
        };

        Assert.Equal(302, (await InvokeAsync()).Status);
    }

    [Fact]
    public async Task Invoke_Cookie_IsNotSentBack()
    {
        Server.Invocation = context =>
        {
            context.Response.Cookies.Append("sticky", "1");
            return Task.CompletedTask;
        };
        await InvokeAsync();
        await InvokeAsync();

        Assert.DoesNotContain("Cookie", Server.Invocations.Last().Keys);
    }

    [Fact]
    public async Task Invoke_NoAnswerWithinSixtySeconds_IsATimeout()
    {
        var asked = new TaskCompletionSource();
        Server.Invocation = async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
        var invoked = InvokeAsync();
        await asked.Task.WaitAsync(_limit.Token);
        _wall.Advance(TimeSpan.FromSeconds(60));

        var answer = await invoked;
        Assert.Equal((0, TimeSpan.FromSeconds(60)), (answer.Status, answer.Latency));
        Assert.StartsWith("Your invocation timed out while waiting for a response from container primary.", Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_ConnectionBroken_IsNoAnswer()
    {
        Server.Invocation = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        var answer = await InvokeAsync();
        Assert.Equal(0, answer.Status);
        Assert.StartsWith("Amazon SageMaker could not get a response from the primary endpoint.", Text(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6_291_456, true, 200)]
    [InlineData(6_291_457, true, 0)]
    [InlineData(6_291_456, false, 200)]
    [InlineData(6_291_457, false, 0)]
    public async Task Invoke_AnswerAtTheBound_IsPassedOnAndOneByteMoreIsNot(int length, bool saysLength, int status)
    {
        Server.Invocation = async context =>
        {
            context.Response.ContentLength = saysLength ? length : null;
            await context.Response.Body.WriteAsync(new byte[length], context.RequestAborted);
        };

        var answer = await InvokeAsync();
        Assert.Equal(status, answer.Status);
        Assert.True(status == 0 || answer.Body.Length == length);
    }

    [Fact]
    public async Task Pipeline_TwoContainers_PassTheAnswerOn()
    {
        await using var second = await ModelServer.StartAsync();
        Server.Invocation = ModelServer.Answering(200, "features");
        second.Invocation = async context => await context.Response.WriteAsync($"score of {await new StreamReader(context.Request.Body).ReadToEndAsync()}");

        var answer = await ContainerPipeline.InvokeAsync(Client, [Container, new Container("second", second.Address)], Request, _limit.Token);
        Assert.Equal("score of features", Text(answer));
    }

    [Fact]
    public async Task Pipeline_FirstFails_SecondIsNotAsked()
    {
        await using var second = await ModelServer.StartAsync();
        Server.Invocation = ModelServer.Answering(400, "bad input");

        var answer = await ContainerPipeline.InvokeAsync(Client, [Container, new Container("second", second.Address)], Request, _limit.Token);
        Assert.Equal((400, "primary"), (answer.Status, answer.Container));
        Assert.Empty(second.Invocations);
    }

    private static InvocationRequest Request => new("e", "{}"u8.ToArray());

    private static string Text(ModelAnswer answer) => Encoding.UTF8.GetString(answer.Body.Span);

    private Task<ModelAnswer> InvokeAsync() => Client.InvokeAsync(Container, Request, _limit.Token);
}
