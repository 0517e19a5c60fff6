using CanaryConsole.Core;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Tests.Components.Rollouts;

/// <summary>One group, media-ranker, with v8 approved and v11 pending; or out of order.</summary>
internal sealed class ShelfRegistry : IModelRegistry
{
    public bool IsDown { get; set; }

    public Task<IReadOnlyList<string>> ListGroupsAsync(CancellationToken cancellationToken) => Answer<string>(["media-ranker"]);

    public Task<IReadOnlyList<ModelPackage>> ListPackagesAsync(string group, CancellationToken cancellationToken) => Answer<ModelPackage>(
        [Package(11, ModelApproval.PendingManualApproval), Package(8, ModelApproval.Approved)]);

    public Task<ModelPackage?> FindPackageAsync(string packageArn, CancellationToken cancellationToken) => Task.FromResult<ModelPackage?>(null);

    public Task<RegisteredModel?> FindModelAsync(string modelName, CancellationToken cancellationToken) => Task.FromResult<RegisteredModel?>(null);

    public Task<IReadOnlyList<RegisteredModel>> ListModelsAsync(CancellationToken cancellationToken) => Answer<RegisteredModel>([new("media-ranker-v8", null, null)]);

    private Task<IReadOnlyList<T>> Answer<T>(IReadOnlyList<T> answer) => IsDown
        ? Task.FromException<IReadOnlyList<T>>(new CloudException(CloudFailure.Unavailable, "ListModelPackageGroups did not answer in 10 s"))
        : Task.FromResult(answer);

    private static ModelPackage Package(int version, ModelApproval approval) => new(
        "media-ranker", version, $"arn:{version}", approval, SnapshotBuilder.Now.AddDays(-3), "a little faster", null, null,
        new Dictionary<string, string> { ["git_commit"] = "9f3c2e1" });
}
