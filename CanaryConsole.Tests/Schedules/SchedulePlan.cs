using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Schedules;

/// <summary>Something that happens at its time, whatever the consoles do.</summary>
internal abstract record Happening(TimeSpan After)
{
    /// <param name="Between">In the middle of a look, not between two.</param>
    public sealed record Command(TimeSpan After, string Kind, bool Between) : Happening(After);

    /// <summary>One process dies at the nth call it makes from then on, and starts again later.</summary>
    public sealed record Crash(TimeSpan After, int Replica, int Steps) : Happening(After);

    public sealed record OutsideWeights(TimeSpan After, double Challenger) : Happening(After);

    /// <summary>Somebody puts the endpoint back on its first configuration.</summary>
    public sealed record OutsideConfig(TimeSpan After) : Happening(After);

    public sealed record ClockJump(TimeSpan After, int Replica, TimeSpan Skew) : Happening(After);

    /// <summary>Somebody starts a second rollout on the same endpoint.</summary>
    public sealed record SecondStart(TimeSpan After) : Happening(After);
}

/// <summary>All that a seed decides beforehand.</summary>
internal sealed record SchedulePlan(
    RolloutRequest Request,
    Quality Challenger,
    bool AnswersSmokeTests,
    bool ReadsCloudWatch,
    int Replicas,
    bool Scales,
    IReadOnlyList<(TimeSpan From, TimeSpan For, Trouble Trouble, double Rate)> Troubles,
    IReadOnlyList<Happening> Happenings)
{
    /// <summary>From then on everything works and nobody interferes: what was begun must come to its end.</summary>
    public static readonly TimeSpan CalmAfter = TimeSpan.FromMinutes(8);

    /// <summary>So bad that no luck hides it from any guardrail.</summary>
    public bool IsBad => Challenger.Errors >= 0.1 || Challenger.Slow >= 0.2;

    private static readonly string[] Commands =
    [
        "pause", "resume", "promote", "move", "rollback", "approve", "cancel", "refuse", "skip", "jump", "extend", "steps again", "adopt", "restore", "leave rest",
    ];

    public static SchedulePlan Of(int seed)
    {
        var random = new Random(seed);
        return new SchedulePlan(
            Requested(random),
            random.Next(10) switch { 0 or 1 => new Quality(0.1 + (0.3 * random.NextDouble()), 0), 2 => new Quality(0.001, 0.3), _ => new Quality(0.001, 0.002) },
            AnswersSmokeTests: random.Next(20) > 0,
            ReadsCloudWatch: seed % 50 == 7,
            Replicas: random.Next(5) == 0 ? 2 : 1,
            Scales: random.Next(3) == 0,
            [.. Enumerable.Range(0, random.Next(5)).Select(_ => ATrouble(random))],
            [.. Enumerable.Range(0, random.Next(7)).Select(_ => AHappening(random)).OrderBy(one => one.After)]);
    }

    private static RolloutRequest Requested(Random random)
    {
        var steps = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Math.Round(0.05 + (0.8 * random.NextDouble()), 2)).Distinct().Order().ToList();
        var isAtOnce = random.Next(10) == 0;
        return new RolloutRequest
        {
            Endpoint = SimulatedCloud.EndpointName,
            ModelName = SimulatedCloud.ChallengerModel,
            ChallengerVariant = SimulatedCloud.Challenger,
            Strategy = isAtOnce ? Strategy.AllAtOnce : Strategy.CustomSteps,
            Steps = isAtOnce ? null : [.. steps.Select(share => new StepRequest(share, random.Next(1, 3), Gate: random.Next(8) == 0))],
            Shadow = random.Next(8) == 0 ? new ShadowRequest { DurationMinutes = 1, SamplingPercentage = random.Next(2) == 0 ? 100 : 20, Gate = random.Next(4) == 0 } : null,
            SoakMinutes = random.Next(isAtOnce ? 1 : 0, 3),
            HoldLimitMinutes = random.Next(3, 8),
            MinimumRequests = 300 * random.Next(1, 4),
            AutoRollback = random.Next(8) > 0,
            ApprovalRequired = random.Next(8) == 0,
            FailedLooks = random.Next(1, 3),
            RollbackPolicy = (RollbackPolicy)random.Next(3),
            WarmInstances = random.Next(4) == 0 ? 1 : null,
            KeepChampion = random.Next(2) == 0,
        };
    }

    private static (TimeSpan From, TimeSpan For, Trouble Trouble, double Rate) ATrouble(Random random)
    {
        var trouble = (Trouble)random.Next(Enum.GetValues<Trouble>().Length);
        var rate = trouble is Trouble.UnreachableCloud or Trouble.LockedStore ? 1 : trouble is Trouble.DeniedCalls ? 0.1 : 0.2 + (0.6 * random.NextDouble());
        return (ATime(random), TimeSpan.FromSeconds(10 + random.Next(110)), trouble, rate);
    }

    private static Happening AHappening(Random random)
    {
        var after = ATime(random);
        return random.Next(14) switch
        {
            0 or 1 or 2 => new Happening.Crash(after, random.Next(2), random.Next(25)),
            3 => new Happening.OutsideWeights(after, Math.Round(random.NextDouble(), 2)),
            4 => random.Next(2) == 0 ? new Happening.OutsideConfig(after) : new Happening.SecondStart(after),
            5 => new Happening.ClockJump(after, random.Next(2), TimeSpan.FromSeconds(random.Next(-25, 26))),
            _ => new Happening.Command(after, Commands[random.Next(Commands.Length)], random.Next(3) == 0),
        };
    }

    private static TimeSpan ATime(Random random) => TimeSpan.FromSeconds(random.Next((int)CalmAfter.TotalSeconds - 120));
}
