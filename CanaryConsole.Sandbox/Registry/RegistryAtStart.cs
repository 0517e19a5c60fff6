using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Sandbox.Registry;

/// <summary>The model registry as every start finds it: the newest version is a day old, each one before it a week older.</summary>
internal static class RegistryAtStart
{
    private static readonly string[] MediaRanker =
    [
        "Baseline ranker.",
        "Adds session features.",
        "Retrained on the summer catalogue.",
        "A little faster: pruned embedding tables.",
        "New feature store client.",
        "Wider model with cross features.",
        "Learns from skips.",
        "New tokenizer for titles.",
        "Ranks for longer visits; a little slower.",
    ];

    private static readonly string[] SearchEmbeddings = ["Sentence embeddings of queries.", "Distilled sentence embeddings."];

    public static IEnumerable<ModelPackageGroup> Groups(DateTimeOffset now)
    {
        yield return Group("media-ranker", "Ranks the media page.", first: 5, MediaRanker, now);
        yield return Group("search-embeddings", "Embeds search queries.", first: 12, SearchEmbeddings, now);
    }

    private static ModelPackageGroup Group(string name, string description, int first, string[] versions, DateTimeOffset now)
    {
        var newest = now - TimeSpan.FromDays(1);
        return new ModelPackageGroup(
            new ModelPackageGroupSummary
            {
                ModelPackageGroupName = name,
                ModelPackageGroupArn = Arn.ModelPackageGroup(name),
                ModelPackageGroupDescription = description,
                CreationTime = (newest - (TimeSpan.FromDays(7) * versions.Length)).UtcDateTime,
                ModelPackageGroupStatus = ModelPackageGroupStatus.Completed,
            },
            [.. versions.Select((text, i) => Version(name, first + i, text, newest - (TimeSpan.FromDays(7) * (versions.Length - 1 - i))))]);
    }

    private static DescribeModelPackageResponse Version(string group, int version, string description, DateTimeOffset created)
    {
        var isPending = group == "media-ranker" && version == 11;
        return new DescribeModelPackageResponse
        {
            ModelPackageName = group,
            ModelPackageGroupName = group,
            ModelPackageVersion = version,
            ModelPackageRegistrationType = ModelPackageRegistrationType.Registered,
            ModelPackageArn = Arn.ModelPackage(group, version),
            ModelPackageDescription = description,
            CreationTime = created.UtcDateTime,
            LastModifiedTime = (created + TimeSpan.FromHours(1)).UtcDateTime,
            ModelPackageStatus = ModelPackageStatus.Completed,
            ModelPackageStatusDetails = new ModelPackageStatusDetails { ValidationStatuses = [], ImageScanStatuses = [] },
            ModelApprovalStatus = isPending ? ModelApprovalStatus.PendingManualApproval : ModelApprovalStatus.Approved,
            ApprovalDescription = isPending ? null : "Offline evaluation passed.",
            InferenceSpecification = Specification(group, version),
            CustomerMetadataProperties = Lineage(group, version, created),
        };
    }

    private static InferenceSpecification Specification(string group, int version) => new()
    {
        Containers =
        [
            new ModelPackageContainerDefinition
            {
                Image = $"{Arn.Account}.dkr.ecr.{Arn.Region}.amazonaws.com/{group}:{version}",
                ImageDigest = $"sha256:{Digest($"{group}/{version}/image", 64)}",
                ModelDataUrl = $"s3://models-{Arn.Account}/{group}/v{version}/model.tar.gz",
                Framework = "PYTORCH",
                FrameworkVersion = "2.4",
            },
        ],
        SupportedRealtimeInferenceInstanceTypes = ["ml.m5.xlarge", "ml.m5.2xlarge", "ml.c5.xlarge"],
        SupportedContentTypes = ["application/json"],
        SupportedResponseMIMETypes = ["application/json"],
    };

    private static Dictionary<string, string> Lineage(string group, int version, DateTimeOffset created) => new()
    {
        ["candidate_run_id"] = $"run-{Digest($"{group}/{version}/run", 12)}",
        ["data_version"] = $"{group}-events@{created.AddDays(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
        ["git_commit"] = Digest($"{group}/{version}/commit", 40),
        ["metrics_hash"] = $"sha256:{Digest($"{group}/{version}/metrics", 64)}",
    };

    private static string Digest(string of, int length) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..length];
}
