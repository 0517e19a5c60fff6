using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.S3;

namespace CanaryConsole.Sandbox.Registry;

/// <summary>The model registry as every start finds it: the newest version is a day old, each one before it a week older.</summary>
internal static class RegistryAtStart
{
    /// <summary>For what runs here: data capture and whatever a user puts there.</summary>
    public const string SandboxBucket = "canaryconsole-sandbox";

    /// <summary>Where the model.tar.gz of every version lies.</summary>
    public const string ArtifactBucket = $"models-{Arn.Account}";

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

    /// <summary>The buckets that are there at the start, and in them the artifact and the figures of every version.</summary>
    public static void Fill(BucketCatalog buckets, IEnumerable<Package> packages, DateTimeOffset now)
    {
        buckets.Create(SandboxBucket, Arn.Region, now - TimeSpan.FromDays(90));
        buckets.Create(ArtifactBucket, Arn.Region, now - TimeSpan.FromDays(90));
        foreach (var package in packages)
        {
            var (group, version) = (package.GroupName!, package.Version!.Value);
            var artifact = ModelArtifact.Of(group, version, package.Description.CustomerMetadataProperties!);
            buckets.Put(ArtifactBucket, Key(group, version, "model.tar.gz"), artifact, "application/gzip", package.CreatedAt);
            buckets.Put(ArtifactBucket, Key(group, version, "sample.tar.gz"), ModelArtifact.SamplePayload, "application/gzip", package.CreatedAt);
            buckets.Put(ArtifactBucket, Key(group, version, "evaluation.json"), ModelFigures.Evaluation(group, version), "application/json", package.CreatedAt);
            buckets.Put(ArtifactBucket, Key(group, version, "training.json"), ModelFigures.Training(group, version), "application/json", package.CreatedAt);
        }
    }

    public static IReadOnlyList<Package> Fill(RegistryCatalog registry, DateTimeOffset now)
    {
        Add(registry, "media-ranker", "Ranks the media page.", first: 5, MediaRanker, now);
        Add(registry, "search-embeddings", "Embeds search queries.", first: 12, SearchEmbeddings, now);
        return registry.Packages;
    }

    private static void Add(RegistryCatalog registry, string name, string description, int first, string[] versions, DateTimeOffset now)
    {
        var newest = now - TimeSpan.FromDays(1);
        registry.Add(new PackageGroup(name, description, newest - (TimeSpan.FromDays(7) * versions.Length)) { LastVersion = first + versions.Length - 1 });
        for (var i = 0; i < versions.Length; i++)
        {
            var created = newest - (TimeSpan.FromDays(7) * (versions.Length - 1 - i));
            registry.Add(new Package(Version(name, first + i, versions[i], created), created, making: TimeSpan.Zero));
        }
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
            ModelApprovalStatus = isPending ? ModelApprovalStatus.PendingManualApproval : ModelApprovalStatus.Approved,
            ApprovalDescription = isPending ? null : "Offline evaluation passed.",
            InferenceSpecification = Specification(group, version),
            ModelMetrics = new ModelMetrics { ModelQuality = new ModelQuality { Statistics = Evaluation(group, version) } },
            SamplePayloadUrl = Uri(group, version, "sample.tar.gz"),
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
                ModelDataUrl = Uri(group, version, "model.tar.gz"),
                Framework = "PYTORCH",
                FrameworkVersion = "2.4",
            },
        ],
        SupportedRealtimeInferenceInstanceTypes = ["ml.m5.xlarge", "ml.m5.2xlarge", "ml.c5.xlarge"],
        SupportedContentTypes = ["application/json"],
        SupportedResponseMIMETypes = ["application/json"],
    };

    private static MetricsSource Evaluation(string group, int version) => new()
    {
        ContentType = "application/json",
        ContentDigest = Hash(ModelFigures.Evaluation(group, version)),
        S3Uri = Uri(group, version, "evaluation.json"),
    };

    private static string Key(string group, int version, string file) => $"{group}/v{version}/{file}";

    private static string Uri(string group, int version, string file) => $"s3://{ArtifactBucket}/{Key(group, version, file)}";

    private static Dictionary<string, string> Lineage(string group, int version, DateTimeOffset created) => new()
    {
        ["candidate_run_id"] = $"run-{Digest($"{group}/{version}/run", 12)}",
        ["data_version"] = $"{group}-events@{created.AddDays(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
        ["git_commit"] = Digest($"{group}/{version}/commit", 40),
        ["metrics_hash"] = Hash(ModelFigures.Training(group, version)),
        ["training_metrics_uri"] = Uri(group, version, "training.json"),
    };

    private static string Hash(byte[] content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";

    private static string Digest(string of, int length) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..length];
}
