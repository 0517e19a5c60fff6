using CanaryConsole.Core.Statistics;

namespace CanaryConsole.Tests.Core.Statistics.Reference;

internal static class BeliefCases
{
    private static readonly BinomialSample[] Samples = [new(0, 1), new(3, 40), new(20, 40), new(40, 40), new(60, 5000), new(75, 5000), new(9_000, 30_000), new(9_200, 30_000)];

    public static IEnumerable<ReferenceCase> All
    {
        get
        {
            foreach (var champion in Samples)
            {
                foreach (var challenger in Samples)
                {
                    var belief = ChanceToWin.OfRates(champion, challenger);

                    // The reference integrates, and the risk is a difference of sums.
                    yield return new("beta_belief", [champion.Hits, champion.Trials, challenger.Hits, challenger.Trials], [belief.Chance, belief.Risk], Absolute: 1e-12);
                }

                foreach (var alpha in new[] { 0.2, 0.05, 1e-6 })
                {
                    foreach (var (a, b) in new[] { (0.5, 0.5), (1.0, 1.0), (2, 200) })
                    {
                        var interval = BernoulliConfidenceSequence.Of(champion, alpha, a, b);
                        yield return new("bernoulli_cs", [champion.Hits, champion.Trials, alpha, a, b], ProportionCases.Ends(interval));
                    }
                }
            }

            foreach (var (difference, error) in new[] { (0.0, 1.0), (0.02, 0.01), (-0.02, 0.01), (0.5, 0.1), (3, 1.5) })
            {
                foreach (var prior in new[] { double.PositiveInfinity, 0.05, 1 })
                {
                    var belief = ChanceToWin.OfMeans(difference, error, prior);
                    yield return new("gaussian_belief", [difference, error, prior], [belief.Chance, belief.Risk]);
                }
            }
        }
    }
}
