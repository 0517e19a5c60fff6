using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Core.Monitoring;

/// <summary>Guardrails beside request counts, through the whole monitor: from the source to the weights.</summary>
public sealed class SignalGuardTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly FakeSignals _signals;
    private readonly MonitorBench _bench;
    private double _value;

    public SignalGuardTests()
    {
        _signals = new FakeSignals(request => new SignalReading(request.Rule is GuardrailRule.AlarmState ? [State(request)] : [.. Values(request)], null));
        _bench = new MonitorBench(clock: _clock, more: services => services
            .AddSingleton<ISignalSource>(_signals)
            .AddSingleton<IMetricSource>(provider => new SlowerChallenger((IMetricSource)provider.GetRequiredService<CanaryConsole.Core.Endpoints.IEndpointControl>())));
    }

    private static GuardrailRequest Alarm => new() { Kind = "alarmState", AlarmName = "basket-drop", Name = "basket" };

    private static GuardrailRequest Cpu => new() { Kind = "utilizationLimit", Resource = "cpu", Limit = 80, Name = "cpu" };

    private static GuardrailRequest Errors => new() { Kind = "errorRateLimit", Limit = 0.01, Name = "errors" };

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Signals_AllWell_LetARolloutThrough()
    {
        _value = 0;
        var id = await StartAsync(Alarm, Cpu);

        await _bench.UntilAsync(id, RolloutPhase.Completed);
    }

    [Fact]
    public async Task Alarm_ThatGoesOff_TakesTheTrafficBack()
    {
        var id = await StartAsync(Alarm, Errors);
        await _bench.UntilAsync(id, RolloutPhase.Baking);
        await TicksAsync(12);
        _value = 1;

        var state = await _bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Contains("alarm basket-drop is in ALARM", state.Reason, StringComparison.Ordinal);
        Assert.Equal(0, _bench.Cloud.Endpoint.Variant("challenger-v8")!.CurrentWeight);
    }

    [Fact]
    public async Task Utilization_BeyondItsLimit_TakesTheTrafficBack()
    {
        _value = 95;
        var id = await StartAsync(Cpu, Errors);

        var state = await _bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Contains("CPU 95 %, limit 80 %", state.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_ThatFails_HoldsTheStepAndSaysWhy_AndNothingPasses()
    {
        _signals.Failure = new CloudException(CloudFailure.AccessDenied, "not allowed to read");
        var id = await StartAsync(Cpu, Errors);
        await _bench.UntilAsync(id, RolloutPhase.Baking);
        await TicksAsync(60);

        var rollout = _bench.Snapshot.Rollout(id)!;
        Assert.Equal(RolloutPhase.Baking, rollout.State.Phase);
        Assert.Equal(new Verdict.Blind("not allowed to read"), rollout.Assessments.Single(assessment => assessment.Guardrail.Name == "cpu").Verdict);
        Assert.Contains(_bench.Snapshot.Sources, source => source.Problem == "not allowed to read");
    }

    [Fact]
    public async Task Source_ThatHangs_DoesNotDelayTheWayBack()
    {
        var id = await StartAsync(Cpu, Errors);
        await _bench.UntilAsync(id, RolloutPhase.Baking);
        await TicksAsync(15);
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _signals.Held = held.Task;
        _bench.Cloud.WeightsAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _bench.Cloud.ChallengerErrors = 5;
        _clock.Advance(TimeSpan.FromSeconds(30));

        var looking = _bench.Ticker.RunOnceAsync(CancellationToken.None);
        await _bench.Cloud.WeightsAsked.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);

        Assert.False(looking.IsCompleted);
        Assert.Equal(0, _bench.Cloud.Endpoint.Variant("challenger-v8")!.CurrentWeight);
        held.SetResult();
        await looking;
    }

    [Fact]
    public async Task SlowerThanTheFrozenChampion_IsFrozenOnce_CountedAndTakenBack()
    {
        await TicksAsync(20);
        var id = await StartAsync(new GuardrailRequest { Kind = "latencyAgainstChampion", Name = "slower" });

        var state = await _bench.UntilAsync(id, RolloutPhase.RolledBack);

        Assert.Equal(TimeSpan.FromMilliseconds(40), state.ChampionQuantiles!.P90);
        var types = _bench.Store.TypesOf($"rollout/{id}").ToList();
        Assert.Equal(types.IndexOf("quantilesFrozen") + 1, types.IndexOf("variantReady"));
        Assert.Single(types, type => type == "quantilesFrozen");
        Assert.Contains("slower", state.Reason, StringComparison.Ordinal);
    }

    private Task<RolloutId> StartAsync(params GuardrailRequest[] guardrails) => _bench.StartAsync(MonitorBench.Request() with { Guardrails = guardrails });

    private async Task TicksAsync(int ticks)
    {
        for (var tick = 0; tick < ticks; tick++)
        {
            await _bench.TickAsync();
        }
    }

    // In this state since the value changed last is near enough: since the last whole minute.
    private SignalPoint State(SignalRequest request) => new(request.To.AddSeconds(-5), TimeSpan.FromSeconds(5), _value > 0 ? 1 : 0);

    private IEnumerable<SignalPoint> Values(SignalRequest request)
    {
        for (var start = request.From; start + request.Period <= _clock.GetUtcNow(); start += request.Period)
        {
            yield return new SignalPoint(start, request.Period, _value);
        }
    }

    /// <summary>Where slow requests are counted, the challenger has far more of them.</summary>
    private sealed class SlowerChallenger(IMetricSource real) : IMetricSource
    {
        public async Task<IReadOnlyList<MetricAnswer>> ReadAsync(IReadOnlyList<MetricRequest> requests, CancellationToken cancellationToken) =>
            [.. (await real.ReadAsync(requests, cancellationToken)).Select(answer => answer with { Windows = [.. answer.Windows.Select(window => Counted(window, answer.Request))] })];

        private static MetricWindow Counted(MetricWindow window, MetricRequest request) => request.Thresholds.Count == 0 ? window : window with
        {
            SlowCounts = [.. request.Thresholds.Select((threshold, index) => new SlowCount(threshold, request.Variant == "champion" ? 40 >> (2 * index) : 90 >> index))],
        };
    }
}
