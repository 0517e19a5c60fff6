using CanaryConsole.Core.Registry;

namespace CanaryConsole.Tests.Core.Registry;

internal static class PackageSamples
{
    public static readonly DateTimeOffset Registered = new(2026, 11, 1, 9, 30, 0, TimeSpan.Zero);

    public static ModelPackage Package(
        int version = 8,
        ModelApproval approval = ModelApproval.Approved,
        string group = "media-ranker",
        IReadOnlyDictionary<string, string>? metadata = null,
        IReadOnlyDictionary<string, string>? tags = null) => new(
            group,
            version,
            $"arn:aws:sagemaker:eu-central-1:123456789012:model-package/{group}/{version}",
            approval,
            Registered,
            "Wider model with cross features.",
            "image:8",
            $"s3://models/{group}/v{version}/model.tar.gz",
            metadata ?? new Dictionary<string, string> { ["candidate_run_id"] = $"run-{version}", ["git_commit"] = "9f3c2e1d4b5a" })
        {
            Tags = tags ?? new Dictionary<string, string>(),
        };
}
