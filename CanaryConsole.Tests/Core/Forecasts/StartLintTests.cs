using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Forecasts;

public sealed class StartLintTests : IDisposable
{
    private readonly MonitorBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Start_GuardrailThatCanNeverFire_IsRefused()
    {
        var request = MonitorBench.Request() with { Guardrails = [new GuardrailRequest { Kind = "errorRateLimit", Limit = 1 }] };

        var refused = Assert.IsType<CommandResult.Refused>(await _bench.Rollouts.StartAsync(request, "ann", CancellationToken.None));

        Assert.StartsWith("guardrails[", refused.Field, StringComparison.Ordinal);
        Assert.EndsWith("can never fire: no more than all requests can fail, and its limit is 100 %.", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_SimpleLimitOutOfReach_IsHowSomebodySaysNone() =>
        Assert.IsType<CommandResult.Accepted>(await _bench.Rollouts.StartAsync(MonitorBench.Request() with { ErrorRateLimit = 1 }, "ann", CancellationToken.None));
}
