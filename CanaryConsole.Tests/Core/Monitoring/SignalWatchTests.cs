using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Rollouts;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Tests.Core.Monitoring;

public sealed class SignalWatchTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly EndpointCell _cell = new("media-ranker");
    private readonly SourceTracker _sources;
    private readonly FakeSignals _source;
    private readonly SignalWatch _watch;

    public SignalWatchTests()
    {
        _sources = new SourceTracker(_clock);
        _source = new FakeSignals(request => new SignalReading([new SignalPoint(request.To - request.Period, request.Period, 50)], null));
        _watch = new SignalWatch(_sources, Options.Create(new MonitoringOptions()), _clock, new WallClock(_clock), _source);
    }

    private static readonly RolloutPlan Plan = RolloutSamples.Plan() with
    {
        Guardrails =
        [
            RolloutSamples.ErrorRate,
            RolloutSamples.ErrorRate with { Name = "CPU", Rule = new GuardrailRule.UtilizationLimit(UtilizationKind.Cpu, 80) },
            RolloutSamples.ErrorRate with { Name = "alarm", Rule = new GuardrailRule.AlarmState("a") },
        ],
    };

    public void Dispose() => _cell.Dispose();

    [Fact]
    public async Task Read_ARolloutUnderGuard_ReadsWhatItsGuardrailsWatch_AndNothingElse()
    {
        var state = Baking();

        await _watch.ReadAsync([(_cell, state)], CancellationToken.None);

        Assert.Equal(["UtilizationLimit", "AlarmState"], Assert.Single(_source.Calls).Select(request => request.Rule.GetType().Name));
        Assert.All(_source.Calls[0], request => Assert.Equal(("media-ranker", "challenger-v8"), (request.Endpoint, request.Variant)));
        Assert.Equal(["CPU", "alarm"], _cell.Signals.Of(state.Id).Keys.Order(StringComparer.OrdinalIgnoreCase).Reverse());
    }

    [Theory]
    [InlineData(RolloutPhase.Preparing)]
    [InlineData(RolloutPhase.RollingBack)]
    [InlineData(RolloutPhase.Completed)]
    public async Task Read_ARolloutWithoutGuard_AsksNothing(RolloutPhase phase)
    {
        await _watch.ReadAsync([(_cell, RolloutSamples.In(phase, Plan))], CancellationToken.None);

        Assert.Empty(_source.Calls);
    }

    [Fact]
    public async Task Read_MetricsCostMoney_SoTheyAreReadLessOftenThanAlarms()
    {
        for (var tick = 0; tick < 6; tick++)
        {
            await _watch.ReadAsync([(_cell, Baking())], CancellationToken.None);
            _clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(6, _source.Calls.Sum(call => call.Count(request => request.Rule is GuardrailRule.AlarmState)));
        Assert.Equal(2, _source.Calls.Sum(call => call.Count(request => request.Rule is GuardrailRule.UtilizationLimit)));
    }

    [Fact]
    public async Task Read_AgainAfterSome_StartsThreeMinutesBeforeTheNewest()
    {
        var state = Baking();
        await _watch.ReadAsync([(_cell, state)], CancellationToken.None);
        var newest = _cell.Signals.Of(state.Id)["CPU"].Points[^1].Start;
        _clock.Advance(TimeSpan.FromMinutes(10));

        await _watch.ReadAsync([(_cell, state)], CancellationToken.None);

        Assert.Equal(newest - TimeSpan.FromMinutes(3), _source.Calls[1][0].From);
    }

    [Fact]
    public async Task Read_SourceThatFails_IsAProblemOfItsGuardrails_AndKeepsWhatWasRead()
    {
        var state = Baking();
        await _watch.ReadAsync([(_cell, state)], CancellationToken.None);
        _source.Failure = new CloudException(CloudFailure.Throttled, "Rate exceeded");
        _clock.Advance(TimeSpan.FromMinutes(1));

        await _watch.ReadAsync([(_cell, state)], CancellationToken.None);

        var reading = _cell.Signals.Of(state.Id)["CPU"];
        Assert.Equal((1, "Rate exceeded"), (reading.Points.Count, reading.Problem));
        Assert.Equal("Rate exceeded", Assert.Single(_sources.All).Problem);
    }

    [Fact]
    public async Task Read_SourceThatHangs_IsGivenUpAfterItsLimit()
    {
        var state = Baking();
        var held = new TaskCompletionSource();
        _source.Held = held.Task;
        var reading = _watch.ReadAsync([(_cell, state)], CancellationToken.None);
        Assert.False(reading.IsCompleted);

        _clock.Advance(SignalWatch.Limit);
        await reading.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);

        Assert.Equal("CloudWatch did not answer within 10 s.", _cell.Signals.Of(state.Id)["alarm"].Problem);
        held.SetResult();
    }

    [Fact]
    public async Task Read_NoSourceAtAll_IsBlindAndNotHealthy()
    {
        var state = Baking();

        await new SignalWatch(_sources, Options.Create(new MonitoringOptions()), _clock, new WallClock(_clock)).ReadAsync([(_cell, state)], CancellationToken.None);

        var view = Assessing.View(state, _cell, TimeSpan.FromMinutes(2), _clock.GetUtcNow())!;
        Assert.IsType<Verdict.Blind>(SignalJudge.Assess(Plan.Guardrails[1], view)!.Verdict);
    }

    private RolloutState Baking() => RolloutSamples.In(RolloutPhase.Baking, Plan) with { EvidenceSince = _clock.GetUtcNow().AddMinutes(-10) };
}
