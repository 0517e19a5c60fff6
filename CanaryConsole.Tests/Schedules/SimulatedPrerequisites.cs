using CanaryConsole.Core;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Tests.Schedules;

/// <summary>What a variant is started from, beyond SageMaker: the simulated account has no buckets, images and roles, so they are there whenever the cloud answers.</summary>
internal sealed class SimulatedPrerequisites(SimulatedCloud cloud, Weather weather, Life life) : IReadinessProbe, IArtifactDigests
{
    public Task<IReadOnlyList<ReadinessCheck>> CheckAsync(ReadinessQuestion question, CancellationToken cancellationToken)
    {
        life.Step("before the readiness probe");
        var config = $"Endpoint configuration {question.ConfigName}";
        ReadinessCheck check = weather.Strikes(Trouble.UnreachableCloud) || weather.Strikes(Trouble.ThrottledCalls)
            ? ReadinessCheck.Unknown(config, "it could not be looked up")
            : cloud.Visit(world => world.EndpointConfigs.All.Any(one => one.Name == question.ConfigName)) ? ReadinessCheck.Passed(config) : ReadinessCheck.Failed(config, "it is gone");
        return Task.FromResult<IReadOnlyList<ReadinessCheck>>([check]);
    }

    public Task<IReadOnlyList<ReadinessCheck>> CheckModelAsync(ModelQuestion question, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReadinessCheck>>([ReadinessCheck.Passed($"Model {question.Model}")]);

    public Task<ArtifactDigest?> FindAsync(string? packageArn, string? artifactUri, CancellationToken cancellationToken)
    {
        life.Step("before the artifact's digest");
        return weather.Strikes(Trouble.UnreachableCloud)
            ? Task.FromException<ArtifactDigest?>(new CloudException(CloudFailure.Unavailable, "S3 did not answer."))
            : Task.FromResult<ArtifactDigest?>(new ArtifactDigest("abc123", "S3 ETag"));
    }
}
