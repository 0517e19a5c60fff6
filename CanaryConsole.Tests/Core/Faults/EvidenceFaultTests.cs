using CanaryConsole.Aws.Adapters;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Aws.Adapters;
using CanaryConsole.Tests.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Faults;

/// <summary>Faults of what is measured: F4 to F11 and F18 to F22 of the list in docs/faults.md.</summary>
public sealed class EvidenceFaultTests : IDisposable
{
    private readonly FaultBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task F4_NewestMinutePartial_DoesNotPromote()
    {
        // All that is there is too new to be final.
        _bench.Metrics.Challenger = answer => answer with { Windows = [.. answer.Windows.Where(window => window.End > Now - TimeSpan.FromMinutes(2))] };
        await _bench.BakingAsync();

        await _bench.LiveAsync(TimeSpan.FromMinutes(8));

        Assert.Equal((RolloutPhase.Baking, 0.25), (_bench.State.Phase, _bench.ChallengerWeight));
    }

    [Fact]
    public async Task F4_BreachInTheNewestMinute_RollsBackBeforeItIsFinal()
    {
        await _bench.BakingAsync();
        await _bench.LiveAsync(TimeSpan.FromMinutes(2));

        _bench.Cloud.ChallengerErrors = 5;
        await _bench.LiveAsync(TimeSpan.FromSeconds(90));

        Assert.Equal(0, _bench.ChallengerWeight);
    }

    [Fact]
    public async Task F5_MetricsTenMinutesLate_HoldThenCallThenRollBackAtTheDeadline()
    {
        _bench.Metrics.Challenger = answer => answer with { Windows = [.. answer.Windows.Where(window => window.End < Now - TimeSpan.FromMinutes(10))] };
        await _bench.BakingAsync();

        await _bench.LiveAsync(TimeSpan.FromMinutes(20));
        Assert.Equal((RolloutPhase.Baking, 0.25), (_bench.State.Phase, _bench.ChallengerWeight));
        Assert.Contains("evidenceLost", _bench.Events);
        Assert.Contains("attentionRequested", _bench.Events);

        await _bench.Bench.UntilAsync(_bench.Id, RolloutPhase.RolledBack);
        Assert.Contains("no evidence by the step's deadline", _bench.State.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F6_ChallengerWithoutTraffic_HoldsAndRollsBackAtTheDeadline()
    {
        _bench.Metrics.Challenger = answer => answer with { Windows = [] };
        await _bench.BakingAsync();

        var state = await _bench.Bench.UntilAsync(_bench.Id, RolloutPhase.RolledBack);

        Assert.Contains("no request has reached the challenger", state.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("promotionStarted", _bench.Events);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public async Task F7_NotANumber_IsNoEvidence(double value)
    {
        var at = new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
        using var source = new CloudWatchMetricSource(new FakeCloudWatch(request => new GetMetricDataResponse
        {
            MetricDataResults = [.. request.MetricDataQueries!.Select(query => FakeCloudWatch.Result(query.Id, StatusCode.Complete, (at, value)))],
        }));

        var answer = Assert.Single(await source.ReadAsync([new MetricRequest("media-ranker", "challenger", at, at.AddMinutes(1), TimeSpan.FromMinutes(1), null)], CancellationToken.None));

        Assert.Empty(answer.Windows);
        Assert.IsNotType<Verdict.Healthy>(Verdict(answer.Windows));
    }

    [Fact]
    public async Task F8_EveryMeasurementFailed_NeverCountsAsSuccess()
    {
        _bench.Metrics.Challenger = answer => answer with { Problem = "CloudWatch had an internal error reading Invocations." };
        await _bench.BakingAsync();

        await _bench.LiveAsync(TimeSpan.FromMinutes(12));

        Assert.Equal((RolloutPhase.Baking, 0.25), (_bench.State.Phase, _bench.ChallengerWeight));
        Assert.NotNull(_bench.State.EvidenceMissingSince);
    }

    [Fact]
    public void F9_InsufficientData_IsNeitherHealthNorBreach() => Assert.IsType<Verdict.NoData>(Verdict([]));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F11_BreachWhileWaitingForAPerson_RollsBackAllTheSame(bool paused)
    {
        await _bench.BakingAsync(MonitorBench.Request() with { Steps = [new StepRequest(0.25, 5, Gate: true), new StepRequest(0.5, 5)] });
        if (paused)
        {
            await _bench.Bench.Rollouts.PauseAsync(_bench.Id, "lunch", "ann", CancellationToken.None);
        }
        else
        {
            await _bench.Bench.UntilAsync(_bench.Id, RolloutPhase.AtGate);
        }

        _bench.Cloud.ChallengerErrors = 5;
        await _bench.Bench.UntilAsync(_bench.Id, RolloutPhase.RolledBack);

        Assert.Equal(0, _bench.ChallengerWeight);
    }

    [Fact]
    public async Task F18_MetricsThrottled_HoldAndSaySinceWhen()
    {
        await _bench.BakingAsync();
        _bench.Metrics.Challenger = _ => throw new CloudException(CloudFailure.Throttled, "Rate exceeded.");

        await _bench.LiveAsync(TimeSpan.FromMinutes(6));

        Assert.Equal((RolloutPhase.Baking, 0.25), (_bench.State.Phase, _bench.ChallengerWeight));
        Assert.Contains(_bench.Bench.Snapshot.Sources, source => source is { Name: "CloudWatch", FailingSince: not null, Problem: "Rate exceeded." });
    }

    [Fact]
    public async Task F19_PartialData_IsMissingDataNotZero()
    {
        _bench.Metrics.Challenger = answer => answer with
        {
            Windows = [.. answer.Windows.Where(window => window.Start.Second % 20 == 0)],
            Problem = "CloudWatch delivered only a part of Invocation5XXErrors.",
        };
        await _bench.BakingAsync();

        await _bench.LiveAsync(TimeSpan.FromMinutes(12));

        Assert.Equal((RolloutPhase.Baking, 0.25), (_bench.State.Phase, _bench.ChallengerWeight));
        Assert.IsType<Verdict.Blind>(_bench.Bench.Snapshot.Rollout(_bench.Id)!.Assessments[0].Verdict);
    }

    [Fact]
    public async Task F20_ChampionWithoutAPoint_IsNotAnIdleChampion()
    {
        _bench.Metrics.Champion = answer => answer with { Windows = [] };
        await _bench.BakingAsync();

        await _bench.LiveAsync(TimeSpan.FromMinutes(12));

        Assert.Equal((RolloutPhase.Baking, 0.25), (_bench.State.Phase, _bench.ChallengerWeight));
        Assert.Contains(_bench.Bench.Snapshot.Rollout(_bench.Id)!.Assessments, one => one.Verdict is Verdict.NoData { Reason: "the champion has no requests to compare with" });
    }

    [Fact]
    public void F21_ModelLatency_IsInMicroseconds()
    {
        Assert.Equal(TimeSpan.FromMilliseconds(1.5), VariantMetric.Latency(1_500));
        Assert.Equal("TC(100000:)", VariantMetric.SlowerThan(TimeSpan.FromMilliseconds(100)).Statistic);
    }

    [Theory]
    [InlineData(0.99, 1_000)]
    [InlineData(0.9, 100)]
    [InlineData(0.999, 10_000)]
    public void F22_PercentileOfTooFewSamples_IsInconclusive(double percentile, long needed)
    {
        var guardrail = new Guardrail("latency", new GuardrailRule.LatencyLimit(percentile, TimeSpan.FromMilliseconds(100)), true, 50, 1, 1);

        Assert.Equal(needed, RuleCounting.RequiredRequests(guardrail));
        var inconclusive = Assert.IsType<Verdict.Inconclusive>(Verdict([Window(needed - 1)], guardrail));
        Assert.Equal(1, inconclusive.MissingRequests);
    }

    private DateTimeOffset Now => _bench.Bench.Clock.GetUtcNow();

    private static MetricWindow Window(long requests) =>
        new(new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(1), requests, 0, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, 0);

    private static Verdict Verdict(IReadOnlyList<MetricWindow> windows, Guardrail? guardrail = null)
    {
        var since = new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
        var at = since.AddMinutes(windows.Count > 0 ? 4 : 30);
        var view = new GuardrailView(at, since, windows, windows, false, at.AddMinutes(-2), TimeSpan.FromMinutes(5), null);
        return GuardrailJudge.Assess(guardrail ?? new Guardrail("errors", new GuardrailRule.ErrorRateLimit(Percentage.FromFraction(0.01)), true, 500, 1, 1), view).Verdict;
    }
}
