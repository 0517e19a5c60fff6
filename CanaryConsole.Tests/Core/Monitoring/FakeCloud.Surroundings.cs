using CanaryConsole.Core.Artifacts;
using CanaryConsole.Core.Cleanup;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Artifacts;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Core.Monitoring;

/// <summary>What surrounds the traffic: scaling, tags, configurations, models, and the registry's last word.</summary>
internal sealed partial class FakeCloud : IEndpointConfigs, IScalingControl, ITagging, IModelMaking, IPackageRejection, IArtifactDigests
{
    public static readonly VariantScaling ChampionScaling = new(
        "champion", 2, 8, new ScalingSuspension(ScaleIn: true, ScaleOut: false, Scheduled: false), [new ScalingPolicy("keep", "TargetTrackingScaling", """{"TargetValue":500}""")]);

    /// <summary>By variant.</summary>
    public SortedDictionary<string, VariantScaling> Scaling { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal) { ["team"] = "media" };

    public List<ModelOrder> Made { get; } = [];

    public Dictionary<string, string> Rejected { get; } = [];

    public ArtifactDigest? Digest { get; set; } = new("0f3c1de", "S3 ETag");

    /// <summary>Models that the registry does not know until they are made.</summary>
    public HashSet<string> MissingModels { get; } = [];

    /// <summary>Counted down by each change that is asked for; at 0 the console dies, before the change or after it.</summary>
    public int ChangesBeforeDeath { get; set; } = int.MaxValue;

    public bool DiesAfterTheChange { get; set; }

    public Task<string?> ReadAsync(string configName, CancellationToken cancellationToken)
    {
        Called("ReadConfig");
        return Task.FromResult<string?>($$"""{"EndpointConfigName":"{{configName}}"}""");
    }

    public Task<IReadOnlyList<VariantScaling>> ReadAsync(string endpoint, IReadOnlyList<string> variants, CancellationToken cancellationToken)
    {
        Called("ReadScaling");
        return Task.FromResult<IReadOnlyList<VariantScaling>>([.. Scaling.Values.Where(scaling => variants.Contains(scaling.Variant))]);
    }

    public Task PutAsync(string endpoint, VariantScaling scaling, CancellationToken cancellationToken) => Changing("PutScaling", () => Scaling[scaling.Variant] = scaling);

    public Task RemoveAsync(string endpoint, string variant, CancellationToken cancellationToken) => Changing("RemoveScaling", () => Scaling.Remove(variant));

    public VariantScaling Tracking(string endpoint, string variant, ChallengerScaling scaling) => new(
        variant, scaling.Minimum, scaling.Maximum, ScalingSuspension.None, [new ScalingPolicy("planned", "TargetTrackingScaling", FormattableString.Invariant($"{scaling.Metric} {scaling.Value}"))]);

    public VariantScaling MovedTo(VariantScaling scaling, string variant) => scaling with { Variant = variant };

    Task<IReadOnlyDictionary<string, string>> ITagging.ReadAsync(string resourceArn, CancellationToken cancellationToken)
    {
        Called("ReadTags");
        return Task.FromResult<IReadOnlyDictionary<string, string>>(new SortedDictionary<string, string>(Tags, StringComparer.Ordinal));
    }

    public Task PutAsync(string resourceArn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) => Changing("PutTags", () =>
    {
        foreach (var (key, value) in tags)
        {
            Tags[key] = value;
        }
    });

    public Task RemoveAsync(string resourceArn, IReadOnlyList<string> keys, CancellationToken cancellationToken) => Changing("RemoveTags", () =>
    {
        foreach (var key in keys)
        {
            Tags.Remove(key);
        }
    });

    public Task EnsureAsync(ModelOrder order, CancellationToken cancellationToken) => Changing("MakeModel", () =>
    {
        if (MissingModels.Remove(order.ModelName))
        {
            Made.Add(order);
        }
    });

    public Task RejectAsync(string packageArn, string reason, CancellationToken cancellationToken) => Changing("Reject", () => Rejected[packageArn] = reason);

    public Task<ArtifactDigest?> FindAsync(string? packageArn, string? artifactUri, CancellationToken cancellationToken)
    {
        Called("Digest");
        return Task.FromResult(Digest);
    }

    private Task Changing(string name, Action change)
    {
        Called(name);
        if (--ChangesBeforeDeath == 0 && !DiesAfterTheChange)
        {
            throw new ConsoleDiedException();
        }

        change();
        return ChangesBeforeDeath == 0 ? throw new ConsoleDiedException() : Task.CompletedTask;
    }
}

/// <summary>Stands for the end of the process: nothing in the console catches it.</summary>
internal sealed class ConsoleDiedException : OperationCanceledException;

internal static class SurroundingsOfTheFake
{
    public static IServiceCollection AddSurroundings(this IServiceCollection services, FakeCloud cloud) => services
        .AddSingleton<IEndpointConfigs>(cloud)
        .AddSingleton<IScalingControl>(cloud)
        .AddSingleton<ITagging>(cloud)
        .AddSingleton<IModelMaking>(cloud)
        .AddSingleton<IPackageRejection>(cloud)
        .AddSingleton<IArtifactDigests>(cloud)
        .AddSingleton<IArtifactDesk>(new FakeArtifacts())
        .AddSingleton<IPackageCatalog>(cloud)
        .AddSingleton<CanaryConsole.Core.Registry.Approvals.IPackageApproval>(cloud)
        .AddSingleton<ILeftovers>(cloud);
}
