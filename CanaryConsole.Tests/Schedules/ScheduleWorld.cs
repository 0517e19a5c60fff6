using CanaryConsole.Core.Monitoring;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Schedules;

/// <summary>All of one schedule that outlives its consoles.</summary>
internal sealed class ScheduleWorld
{
    public const double RequestsPerSecond = 200;

    public ScheduleWorld(int seed, Action<IServiceCollection>? tamper = null)
    {
        (Plan, Tamper) = (SchedulePlan.Of(seed), tamper);
        Story = new Story(Clock);
        var start = Clock.GetUtcNow();
        var random = new Random(~seed);
        Weather = new Weather([.. Plan.Troubles.Select(one => new Spell(one.Trouble, start + one.From, start + one.From + one.For, one.Rate))], random, Clock);
        Users = new SimulatedUsers(
            RequestsPerSecond, new Dictionary<string, Quality> { [SimulatedCloud.Challenger] = Plan.Challenger }, new Quality(0.001, 0.002), random, Weather);
        Cloud = new SimulatedCloud(Clock) { Users = Users, PublishesToCloudWatch = Plan.ReadsCloudWatch };
        if (Plan.Scales)
        {
            Cloud.Scale();
        }

        Laws = new Laws(this);
        Store.Appended = Laws.Appended;
        Random = random;
    }

    public ManualTimeProvider Clock { get; } = new();

    public SchedulePlan Plan { get; }

    public Action<IServiceCollection>? Tamper { get; }

    public Story Story { get; }

    public Weather Weather { get; }

    public SimulatedUsers Users { get; }

    public SimulatedCloud Cloud { get; }

    public SimulatedStore Store { get; } = new();

    public Laws Laws { get; }

    public Random Random { get; }

    public MonitoringOptions Monitoring { get; } = new() { SettleDelay = TimeSpan.FromSeconds(30) };
}
