using CanaryConsole.Core.Environments;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Monitoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CanaryConsole.Tests.Core.Registry;

public sealed class CandidateDiscoveryTests
{
    [Theory]
    [InlineData("media-ranker", "run-99", "No version of media-ranker carries candidate_run_id run-99; SageMaker's search shows a new version after some seconds.", "runId")]
    [InlineData("other", "run-9", "There is no model package group other.", "group")]
    [InlineData("media-ranker", "", "runId has 0 characters; it must have 1 to 256.", "runId")]
    public async Task Find_WhatIsNotThere_SaysWhy(string group, string runId, string reason, string field)
    {
        using var bench = new MonitorBench();

        var none = Assert.IsType<CandidateFinding.None>(await bench.Service<ICandidateDiscovery>().FindAsync(group, runId, null, CancellationToken.None));

        Assert.Equal((reason, field), (none.Reason, none.Field));
    }

    [Fact]
    public async Task Find_ByAnotherKey_LooksUnderThat()
    {
        using var bench = new MonitorBench(more: services => services.Configure<RegistryOptions>(_ => { })
            .AddSingleton(Microsoft.Extensions.Options.Options.Create(new RegistryOptions { RunIdKey = "git_commit" })));

        var found = Assert.IsType<CandidateFinding.Found>(await bench.Service<ICandidateDiscovery>().FindAsync("media-ranker", "9f3c2e1", null, CancellationToken.None));

        Assert.Equal(10, found.Package.Version);
    }

    [Fact]
    public async Task Start_WithACandidateByItsRun_RollsThatVersionOut()
    {
        using var bench = new MonitorBench();

        var id = await bench.StartAsync(ByRun("run-9"));

        Assert.Equal((9, "media-ranker-v9"), (State(bench, id).Plan.Challenger.PackageVersion, State(bench, id).Plan.Challenger.ModelName));
    }

    [Theory]
    [InlineData("media-ranker", "run-99", RefusalKind.NotFound, "candidate.runId")]
    [InlineData("media-ranker", "run-11", RefusalKind.Conflict, "candidate.runId")]
    [InlineData("other", "run-9", RefusalKind.NotFound, "candidate.group")]
    [InlineData("media-ranker", null, RefusalKind.Invalid, "candidate.runId")]
    [InlineData(null, "run-9", RefusalKind.Invalid, "candidate.group")]
    public async Task Start_WithACandidateThatMayNot_IsRefusedAtItsField(string? group, string? runId, RefusalKind kind, string field)
    {
        using var bench = new MonitorBench();

        var refused = Assert.IsType<CommandResult.Refused>(await bench.Rollouts.StartAsync(
            ByRun("") with { Candidate = new CandidateRequest(group, runId) }, "ann", CancellationToken.None));

        Assert.Equal((kind, field), (refused.Kind, refused.Field));
    }

    [Fact]
    public async Task Start_WithAVersionBesideTheCandidate_IsRefused()
    {
        using var bench = new MonitorBench();

        var refused = Assert.IsType<CommandResult.Refused>(await bench.Rollouts.StartAsync(ByRun("run-9") with { PackageVersion = 9 }, "ann", CancellationToken.None));

        Assert.Equal("candidate is given beside modelName, packageGroup or packageVersion; name the model in one way.", refused.Reason);
    }

    [Fact]
    public async Task Start_WithAPendingVersionWhereTheEnvironmentAllowsIt_Begins()
    {
        using var bench = new MonitorBench(more: services => services.Replace(ServiceDescriptor.Singleton<IEnvironmentDirectory>(new OneEnvironment(pendingAllowed: true))));

        Assert.Equal(11, State(bench, await bench.StartAsync(ByRun("run-11"))).Plan.Challenger.PackageVersion);
    }

    private static RolloutRequest ByRun(string runId) => MonitorBench.Request() with
    {
        PackageGroup = null,
        PackageVersion = null,
        Candidate = new CandidateRequest("media-ranker", runId),
    };

    private static RolloutState State(MonitorBench bench, RolloutId id) => bench.Service<RolloutLedger>().Find(id)!.State;

    private sealed class OneEnvironment(bool pendingAllowed) : IEnvironmentDirectory
    {
        public IReadOnlyList<DeploymentEnvironment> All { get; } = [new DeploymentEnvironment("dev", ["*"]) { PendingAllowed = pendingAllowed }];

        public DeploymentEnvironment? Of(string endpoint) => All[0];
    }
}
