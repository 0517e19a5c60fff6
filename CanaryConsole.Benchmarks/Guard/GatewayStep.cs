using CanaryConsole.Benchmarks.Report;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Benchmarks.Guard;

/// <summary>
/// The guard as the engine runs it, at looks of one second over the gateway's counts: the default guardrails of a plan with their parts of the budget, the
/// catastrophe tier, and the endpoint's metrics of a minute beside the gateway. The challenger has 10 requests a second, the champion 90.
/// </summary>
internal static class GatewayStep
{
    private const int Rate = 10;
    private const double LongestSeconds = 20;

    /// <summary>Longer than any of the medians by far.</summary>
    private const int Watched = 180;

    private const int Seed = 4_600;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly DateTimeOffset Start = new(2026, 1, 20, 12, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<Measurement> Measure(int streams, CancellationToken cancellationToken) =>
    [
        .. Step("from the challenger's first request", 0, streams, cancellationToken),
        .. Step("after 10 min of health", 600, streams, cancellationToken),
    ];

    private static IEnumerable<Measurement> Step(string when, int changeAt, int streams, CancellationToken cancellationToken)
    {
        var traffic = Traffic.Step(1, changeAt + Watched, Rate, 0.001, 0.05, changeAt);
        var guards = PlanEvidence.Of(Plan(), Minute, EvidenceForm.Independent);
        var seconds = new double[streams];
        Parallel.For(0, streams, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, stream =>
            seconds[stream] = SecondsToBreach(traffic, stream, guards, changeAt));
        var name = $"default guardrails by the gateway, 0.1 % to 5 % at {Rate}/s {when}";
        yield return new($"{name}: median", Quantile.Of(seconds, 0.5), "s", LongestSeconds);
        yield return new($"{name}: nine in ten", Quantile.Of(seconds, 0.9), "s");
    }

    // Infinity where it is never seen, or before there was anything to see.
    private static double SecondsToBreach(Traffic traffic, int stream, IReadOnlyList<(Guardrail Guardrail, EvidenceTerms? Terms)> guards, int changeAt)
    {
        var track = new EvidenceTrack(guards, hasGateway: true);
        var (challenger, champion) = (new Arm(), new Arm());
        var at = 0;
        foreach (var window in traffic.Stream(Seed, stream))
        {
            challenger.Add(at, window.Challenger, window.ChallengerBad);
            champion.Add(at, window.Champion, window.ChampionBad);
            at++;
            var now = Start + (at * Second);
            var assessments = track.Assess(new GuardrailView(now, Start, challenger.Minutes, champion.Minutes, ChampionFrozen: false, now - (2 * Minute), 5 * Minute, Problem: null)
            {
                Gateway = new GatewayView([challenger.Latest], [champion.Latest], 0),
            });
            if (assessments.Any(assessment => assessment.Verdict is Verdict.Breach))
            {
                return at > changeAt ? at - changeAt : double.PositiveInfinity;
            }
        }

        return double.PositiveInfinity;
    }

    private static RolloutPlan Plan()
    {
        var description = new EndpointDescription(
            "guarded", Arn: "", EndpointStatus.InService, "config", [new VariantDescription("champion", "model-1", "ml.m5.xlarge", 1, 1, 2, 2)], Minute, default);
        var request = new RolloutRequest { Endpoint = "guarded", ChampionVariant = "champion", ChallengerVariant = "challenger", Strategy = Strategy.Canary };
        return PlanBuilder.Build(request, description, new Candidate(new RegisteredModel("model-2", null, null), null)) switch
        {
            PlanResult.Made made => made.Plan,
            var other => throw new InvalidOperationException($"The default plan was not made: {other}"),
        };
    }

    private static MetricWindow Window(DateTimeOffset start, TimeSpan period, long requests, long errors) => new(start, period, requests, errors, null, null, null, SlowRequests: 0)
    {
        ServerErrors = errors,
        ModelErrors = 0,
        ClientErrors = 0,
        SlowCounts = [new SlowCount(TimeSpan.FromMilliseconds(RolloutDefaults.LatencyP99LimitMs), 0)],
    };

    /// <summary>One arm's seconds as the gateway counts them, and its minutes as they come a minute after their end.</summary>
    private sealed class Arm
    {
        private readonly List<MetricWindow> _minutes = [];
        private MetricWindow? _ended;
        private long _requests;
        private long _errors;

        public IReadOnlyList<MetricWindow> Minutes => _minutes;

        public MetricWindow Latest { get; private set; } = Window(Start, Second, 0, 0);

        public void Add(int second, int requests, int errors)
        {
            Latest = Window(Start + (second * Second), Second, requests, errors);
            (_requests, _errors) = (_requests + requests, _errors + errors);
            if ((second + 1) % 60 != 0)
            {
                return;
            }

            if (_ended is { } published)
            {
                _minutes.Add(published);
            }

            _ended = Window(Start + ((second - 59) * Second), Minute, _requests, _errors);
            (_requests, _errors) = (0, 0);
        }
    }
}
