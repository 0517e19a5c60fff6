using CanaryConsole.Core.Artifacts;
using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Artifacts;
using CanaryConsole.Tests.Core.Monitoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CanaryConsole.Tests.Core.Rollouts;

public sealed class ArtifactCheckTests
{
    private readonly FakeArtifacts _artifacts = new();

    [Fact]
    public async Task Start_BrokenArtifact_IsRefusedByTheMissingFilesName()
    {
        using var bench = Bench();
        Break();

        var refused = Assert.IsType<CommandResult.Refused>(await bench.Rollouts.StartAsync(MonitorBench.Request(), "ann", CancellationToken.None));

        Assert.Equal((RefusalKind.Conflict, "overrideArtifact"), (refused.Kind, refused.Field));
        Assert.Equal(
            "The artifact of media-ranker-v8 (s3://models/8/model.tar.gz) breaks its contract: requirements.txt is missing at the root. Give overrideArtifact a reason to roll it out all the same.",
            refused.Reason);
        Assert.Empty(await bench.Store.ListStreamsAsync("", 10, CancellationToken.None));
    }

    [Fact]
    public async Task Start_SoundArtifact_IsCheckedAgainstItsPackage()
    {
        using var bench = Bench();

        await bench.StartAsync();

        var subject = Assert.Single(_artifacts.Checked);
        Assert.Equal(("s3://models/8/model.tar.gz", 8), (subject.ArtifactUri, subject.Package!.Version));
    }

    [Fact]
    public async Task Start_BrokenArtifactWithAReason_IsRecordedInThePlanAndTold()
    {
        using var bench = Bench();
        Break();

        var id = await bench.StartAsync(MonitorBench.Request() with { OverrideArtifact = "the image carries what it needs" });

        var record = (await bench.Rollouts.FindAsync(id, CancellationToken.None))!;
        Assert.Equal("the image carries what it needs", record.State.Plan.Surroundings!.ArtifactOverride);
        Assert.EndsWith("The artifact's contract was not asked: the image carries what it needs.", Journal.Sentence(record.Events[0].Event, record.State.Plan), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "packageVersion")]
    public async Task Start_BrokenArtifactWithAReason_DependsOnTheEnvironment(bool allowed, string? field)
    {
        var environment = new DeploymentEnvironment("prod", ["media-*"]) { ArtifactOverrideAllowed = allowed, SelfApproval = true };
        using var bench = Bench(services => services.Replace(ServiceDescriptor.Singleton<IEnvironmentDirectory>(new EnvironmentDirectory([environment]))));
        Break();

        var result = await bench.Rollouts.StartAsync(MonitorBench.Request() with { OverrideArtifact = "it is night" }, "ann", CancellationToken.None);

        Assert.Equal(field, (result as CommandResult.Refused)?.Field);
        Assert.Equal(allowed, result is CommandResult.Accepted);
    }

    [Fact]
    public async Task Start_ReasonTooLong_IsRefused()
    {
        using var bench = Bench();

        var refused = Assert.IsType<CommandResult.Refused>(
            await bench.Rollouts.StartAsync(MonitorBench.Request() with { OverrideArtifact = new string('x', 1001) }, "ann", CancellationToken.None));

        Assert.Equal(("overrideArtifact", "overrideArtifact has 1001 characters; at most 1000 are possible."), (refused.Field, refused.Reason));
    }

    [Fact]
    public async Task Start_ContractNotEnforcedForTheGroup_AsksNobody()
    {
        using var bench = Bench(services => services.Configure<ArtifactOptions>(options => options.Groups.Add(new ArtifactGroupOptions { Group = "media-*", Enforced = false })));
        Break();

        await bench.StartAsync();

        Assert.Empty(_artifacts.Checked);
    }

    private MonitorBench Bench(Action<IServiceCollection>? more = null)
    {
        var bench = new MonitorBench(more: services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IArtifactDesk>(_artifacts));
            more?.Invoke(services);
        });
        bench.Cloud.ArtifactOf = version => $"s3://models/{version}/model.tar.gz";
        return bench;
    }

    private void Break() => _artifacts.Missing["s3://models/8/model.tar.gz"] = "requirements.txt";
}
