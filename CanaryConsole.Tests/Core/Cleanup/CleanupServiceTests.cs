using CanaryConsole.Core.Cleanup;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Cleanup;

public class CleanupServiceTests
{
    private static readonly DateTimeOffset Made = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task List_UsedAndNeededOnes_AreLeftOut()
    {
        using var bench = new MonitorBench();
        var id = await bench.StartAsync();
        await bench.UntilAsync(id, RolloutPhase.Baking);
        bench.Cloud.Leftovers.AddRange([Config("cc-old"), Config("cc-used"), Config($"cc-{id}"), Model("media-ranker-v3"), Model("media-ranker-v8")]);
        bench.Cloud.Used.Add("cc-used");

        var unused = await bench.Cleanup.ListAsync(CancellationToken.None);

        Assert.Equal(["cc-old", "media-ranker-v3"], unused.Select(one => one.Name));
    }

    [Fact]
    public async Task Delete_OneThatCameIntoUseSinceTheList_IsKeptAndSaysWhy()
    {
        using var bench = new MonitorBench();
        bench.Cloud.Leftovers.AddRange([Config("cc-old"), Config("cc-taken")]);
        Assert.Equal(2, (await bench.Cleanup.ListAsync(CancellationToken.None)).Count);
        bench.Cloud.Used.Add("cc-taken");

        var outcomes = await bench.Cleanup.DeleteAsync(
            [Item("cc-old"), Item("cc-taken"), Item("production-config")], "ann", CancellationToken.None);

        Assert.Equal(
            [("cc-old", null), ("cc-taken", "an endpoint uses it"), ("production-config", "it does not exist, or was not made by the console")],
            outcomes.Select(one => (one.Name, one.Kept)));
        Assert.Equal(["cc-old"], bench.Cloud.Deleted);
    }

    private static CleanupItem Item(string name) => new(LeftoverKind.EndpointConfig, name);

    private static Leftover Config(string name) => new(LeftoverKind.EndpointConfig, name, Made, "r-1", []);

    private static Leftover Model(string name) => new(LeftoverKind.Model, name, Made, "r-1", []);
}
