using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Monitoring;
using CanaryConsole.Tests.Core.Rollouts;
using static CanaryConsole.Tests.Core.Guardrails.GuardrailSamples;

namespace CanaryConsole.Tests.Core.Guardrails;

/// <summary>What the budget promises, kept by the engine's own judging: a look every 10 seconds, the newest windows provisional, shares that rise.</summary>
public class FalseRollbackTests
{
    private const int Rollouts = 100;
    private const int WindowsPerStep = 45;
    private static readonly double[] Shares = [0.05, 0.25, 0.5];

    [Theory]
    [InlineData(20, 0.01, 0.01)]
    [InlineData(200, 0.01, 0.01)]
    public void Assess_ChallengerAsGoodAsTheChampionAndAtTheLimit_IsRolledBackWithinTheBudget(int requests, double rate, double slow)
    {
        var rolledBack = Enumerable.Range(0, Rollouts).Count(seed => FirstBreach(seed, requests, rate, slow, rate) is not null);

        // 1 % of 100 is 1; 5 or more by chance alone have a probability of 0.3 %.
        Assert.InRange(rolledBack, 0, 4);
    }

    [Fact]
    public void Assess_ChallengerFailsFiveTimesAsOften_IsAlwaysSeenWithinItsFirstThousandRequests()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            Assert.InRange(FirstBreach(seed, 200, 0.01, 0.01, challengerRate: 0.05) ?? int.MaxValue, 0, 100);
        }
    }

    /// <summary>The window at which an enforcing guardrail spoke of a breach; null when none ever did.</summary>
    private static int? FirstBreach(int seed, int requests, double championRate, double slow, double challengerRate)
    {
        var random = new Random(seed);
        var plan = RolloutSamples.Plan() with { Guardrails = PlanGuardrails.Of(MonitorBench.Request()) };
        var track = new EvidenceTrack(PlanEvidence.Of(plan, Period, EvidenceForm.Independent), hasGateway: false);
        var (challenger, champion) = (new List<MetricWindow>(), new List<MetricWindow>());
        for (var index = 0; index < Shares.Length * WindowsPerStep; index++)
        {
            var step = index / WindowsPerStep;
            var own = Binomial(random, requests, Shares[step]);
            challenger.Add(Window(random, index, own, challengerRate, slow));
            champion.Add(Window(random, index, requests - own, championRate, slow));
            var since = Since + (Period * (step * WindowsPerStep));
            var at = Since + (Period * (index + 1));
            var view = new GuardrailView(
                at, since, [.. challenger.Where(window => window.Start >= since)], [.. champion.Where(window => window.Start >= since)], false, at - TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(3), null)
            {
                GuardedSince = Since,
                WholeChallenger = challenger,
                WholeChampion = champion,
            };
            if (track.Assess(view).Any(assessment => assessment.Verdict is Verdict.Breach))
            {
                return index;
            }
        }

        return null;
    }

    private static MetricWindow Window(Random random, int index, int requests, double rate, double slow) => new(
        Since + (Period * index), Period, requests, Binomial(random, requests, rate), null, null, null, Binomial(random, requests, slow));

    private static int Binomial(Random random, int trials, double probability)
    {
        // Gaps between hits are geometric, so that rare ones cost little.
        var hits = 0;
        for (var at = Math.Log(1 - random.NextDouble()) / Math.Log(1 - probability); at < trials; at += 1 + Math.Floor(Math.Log(1 - random.NextDouble()) / Math.Log(1 - probability)))
        {
            hits++;
            at = Math.Floor(at);
        }

        return hits;
    }
}
