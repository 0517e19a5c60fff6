using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using static CanaryConsole.Tests.Core.Guardrails.GuardrailSamples;
using static CanaryConsole.Tests.Core.Guardrails.TrackSamples;

namespace CanaryConsole.Tests.Core.Guardrails;

public class SlowerProcessTests
{
    private static readonly FrozenQuantiles Quantiles = new(
        TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(60), 100_000, Since.AddMinutes(-30), Since);

    private static readonly Guardrail NotSlower = new("not slower", new GuardrailRule.LatencyAgainstChampion(1), true, 500, 2, 3) { Test = GuardTest.Sequential };

    [Fact]
    public void Assess_TailOnlyIsSlower_IsABreach()
    {
        var (_, evidence, verdict) = Assess(Slow(100, 50, 10, 6), Slow(300, 150, 30, 3));

        Assert.StartsWith("10 % of 6,000 requests slower than the champion's p90 of before, against the champion's 10 %: evidence", Assert.IsType<Verdict.Breach>(verdict).Reason, StringComparison.Ordinal);
        Assert.Equal(600, evidence.Challenger.Bad);
    }

    [Fact]
    public void Assess_LoadSlowsBothArms_IsHealthy() => Assert.IsType<Verdict.Healthy>(Assess(Slow(100, 90, 60, 30), Slow(300, 270, 180, 90)).Verdict);

    [Fact]
    public void Assess_CountsNotDelivered_IsNoData() => Assert.IsType<Verdict.NoData>(Assess(Series(60, 100), Series(60, 300), Since.AddMinutes(14)).Verdict);

    [Fact]
    public void Assess_ChampionHadNoLatencyToFreeze_IsNoData() => Assert.IsType<Verdict.NoData>(
        new EvidenceTrack([(NotSlower, null)], hasGateway: false).Assess(View(Series(60, 100), Series(60, 300)))[0].Verdict);

    private static GuardrailAssessment Assess(List<MetricWindow> challenger, List<MetricWindow> champion, DateTimeOffset? at = null) =>
        new EvidenceTrack([(NotSlower, Terms with { ChampionQuantiles = Quantiles })], hasGateway: false)
            .Assess(View(challenger, champion, at) with { ChampionQuantiles = Quantiles })[0];

    private static List<MetricWindow> Slow(long requests, long p50, long p90, long p99) => [.. Series(60, requests).Select(window => window with
    {
        SlowCounts = [new SlowCount(Quantiles.P50, p50), new SlowCount(Quantiles.P90, p90), new SlowCount(Quantiles.P99, p99)],
    })];
}
