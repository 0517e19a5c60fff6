using CanaryConsole.Aws.Adapters;
using CanaryConsole.Core;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Monitoring;

public sealed class MetricNeedsTests
{
    private static readonly FrozenQuantiles Quantiles = new(Ms(20), Ms(40), Ms(100), 1, default, default);

    [Fact]
    public void Needs_OfAPlainRollout_AreNone()
    {
        var state = State(new GuardrailRule.ErrorRateLimit(Percentage.FromPercent(1)), new GuardrailRule.LatencyLimit(0.99, Ms(100)));

        Assert.False(MetricNeeds.ClientErrors(state));
        Assert.Empty(MetricNeeds.Thresholds(state));
        Assert.Empty(MetricNeeds.Thresholds(null));
    }

    [Theory]
    [InlineData(ErrorKind.ClientErrors, true)]
    [InlineData(ErrorKind.All, true)]
    [InlineData(ErrorKind.ServerErrors, false)]
    public void ClientErrors_AreReadOnlyForTheRulesThatCountThem(ErrorKind counted, bool needed)
    {
        Assert.Equal(needed, MetricNeeds.ClientErrors(State(new GuardrailRule.ErrorRateLimit(Percentage.FromPercent(1)) { Counted = counted })));
        Assert.Equal(needed, MetricNeeds.ClientErrors(State(new GuardrailRule.ErrorRateAgainstChampion(1) { Counted = counted })));
    }

    [Fact]
    public void Thresholds_ComparedLatency_AreTheFrozenQuantiles()
    {
        var state = State(new GuardrailRule.LatencyAgainstChampion(1));

        Assert.Empty(MetricNeeds.Thresholds(state));
        Assert.Equal([Ms(20), Ms(40), Ms(100)], MetricNeeds.Thresholds(state with { ChampionQuantiles = Quantiles }));
    }

    [Fact]
    public void Thresholds_SeveralLimits_AreEachCounted_OnceAndAscending()
    {
        var state = State(
            new GuardrailRule.LatencyLimit(0.99, Ms(100)), new GuardrailRule.LatencyLimit(0.5, Ms(30)), new GuardrailRule.LatencyAgainstChampion(1)) with
        {
            ChampionQuantiles = Quantiles,
        };

        Assert.Equal([Ms(20), Ms(30), Ms(40), Ms(100)], MetricNeeds.Thresholds(state));
    }

    /// <summary>What a look costs is reckoned from as many series as the source asks for.</summary>
    [Fact]
    public void Series_OfAnyRules_AreAsManyAsTheSourceReads()
    {
        GuardrailRule[] rules =
        [
            new GuardrailRule.LatencyLimit(0.99, Ms(99)), new GuardrailRule.LatencyLimit(0.5, Ms(31)), new GuardrailRule.LatencyAgainstChampion(1),
            new GuardrailRule.ErrorRateLimit(Percentage.FromPercent(1)) { Counted = ErrorKind.All }, new GuardrailRule.ErrorRateLimit(Percentage.FromPercent(1)),
        ];

        foreach (var chosen in Enumerable.Range(0, 1 << rules.Length).Select(mask => rules.Where((_, index) => (mask & (1 << index)) != 0).ToArray()))
        {
            var state = State(chosen) with { ChampionQuantiles = Quantiles };
            var request = new MetricRequest("e", "v", default, default, TimeSpan.FromMinutes(1), MetricNeeds.Limit(state))
            {
                Thresholds = MetricNeeds.Thresholds(state),
                ClientErrors = MetricNeeds.ClientErrors(state),
            };

            Assert.Equal(VariantMetric.For(request).Count, MetricNeeds.Series(state.Plan.Guardrails));
        }
    }

    private static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static RolloutState State(params GuardrailRule[] rules) => RolloutSamples.In(RolloutPhase.Baking, RolloutSamples.Plan() with
    {
        Guardrails = [.. rules.Select((rule, index) => RolloutSamples.ErrorRate with { Name = $"g{index}", Rule = rule })],
    });
}
