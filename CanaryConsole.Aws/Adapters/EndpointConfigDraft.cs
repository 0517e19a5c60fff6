using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Configurations that differ from an old one in a variant: everything else is the old one's copy.</summary>
internal static class EndpointConfigDraft
{
    private const int MostVariants = 10;
    private const int MostTags = 50;

    /// <summary>Adds a variant at weight 0; variants that carry no weight are left behind.</summary>
    public static CreateEndpointConfigRequest From(
        DescribeEndpointResponse endpoint, DescribeEndpointConfigResponse old, IEnumerable<Tag> oldTags, VariantAddition addition)
    {
        var live = (endpoint.ProductionVariants ?? []).ToDictionary(variant => variant.VariantName ?? "");
        var serving = (old.ProductionVariants ?? []).Where(variant => Weight(live, variant) > 0).ToList();
        if (serving.Count == 0)
        {
            throw new CloudException(
                CloudFailure.Invalid,
                $"No variant of endpoint \"{addition.Endpoint}\" carries weight, so none could serve beside \"{addition.VariantName}\". Give one variant weight first.");
        }

        if (serving.Exists(variant => variant.VariantName == addition.VariantName))
        {
            throw new CloudException(
                CloudFailure.Invalid,
                $"Endpoint \"{addition.Endpoint}\" already has a variant \"{addition.VariantName}\" that carries weight. Choose another name for the new variant.");
        }

        if (serving.Count >= MostVariants)
        {
            throw new CloudException(
                CloudFailure.Invalid,
                $"Endpoint \"{addition.Endpoint}\" has {serving.Count} serving variants; SageMaker takes at most {MostVariants}. Remove one first.");
        }

        var template = serving.MaxBy(variant => Weight(live, variant))!;
        return Copy(
            old,
            addition.ConfigName,
            [.. serving.Select(variant => AsLive(variant, live[variant.VariantName ?? ""])), Added(template, addition)],
            Tags(oldTags, addition.Tags),
            Others(old.ShadowProductionVariants, addition.ReplacesShadow),
            addition.Capture);
    }

    /// <summary>Puts a shadow variant beside the one production variant that serves.</summary>
    public static CreateEndpointConfigRequest WithShadow(
        DescribeEndpointResponse endpoint, DescribeEndpointConfigResponse old, IEnumerable<Tag> oldTags, ShadowAddition addition)
    {
        var live = (endpoint.ProductionVariants ?? []).ToDictionary(variant => variant.VariantName ?? "");
        var serving = (old.ProductionVariants ?? []).Where(variant => Weight(live, variant) > 0).ToList();
        if (serving is not [var champion])
        {
            throw new CloudException(
                CloudFailure.Invalid,
                $"Endpoint \"{addition.Variant.Endpoint}\" has {serving.Count} variants that carry weight; SageMaker takes a shadow variant beside exactly one.");
        }

        if (Others(old.ShadowProductionVariants, addition.Variant.VariantName) is [var other, ..])
        {
            throw new CloudException(
                CloudFailure.Invalid, $"Endpoint \"{addition.Variant.Endpoint}\" already has the shadow variant \"{other.VariantName}\"; SageMaker takes one.");
        }

        var standing = AsLive(champion, live[champion.VariantName ?? ""]);
        var shadow = Added(standing, addition.Variant);
        // A shadow's weight over the production variant's is the part of the requests that is copied.
        shadow.InitialVariantWeight = (float)(addition.Sampling.Fraction * (standing.InitialVariantWeight ?? 1));
        return Copy(old, addition.Variant.ConfigName, [standing], Tags(oldTags, addition.Variant.Tags), [shadow], addition.Variant.Capture);
    }

    /// <summary>Takes a shadow variant away; the production variants stay as they are.</summary>
    public static CreateEndpointConfigRequest WithoutShadow(
        DescribeEndpointResponse endpoint, DescribeEndpointConfigResponse old, IEnumerable<Tag> oldTags, VariantRemoval removal)
    {
        var live = (endpoint.ProductionVariants ?? []).ToDictionary(variant => variant.VariantName ?? "");
        return Copy(
            old,
            removal.ConfigName,
            [.. (old.ProductionVariants ?? []).Select(variant => live.TryGetValue(variant.VariantName ?? "", out var standing) ? AsLive(variant, standing) : variant)],
            Tags(oldTags, removal.Tags),
            Others(old.ShadowProductionVariants, removal.VariantName));
    }

    /// <summary>Takes a variant away; the others stay as they are, with or without weight.</summary>
    public static CreateEndpointConfigRequest Without(
        DescribeEndpointResponse endpoint, DescribeEndpointConfigResponse old, IEnumerable<Tag> oldTags, VariantRemoval removal)
    {
        var live = (endpoint.ProductionVariants ?? []).ToDictionary(variant => variant.VariantName ?? "");
        if (live.TryGetValue(removal.VariantName, out var leaving) && (leaving.CurrentWeight is > 0 || leaving.DesiredWeight is > 0))
        {
            throw new CloudException(
                CloudFailure.Invalid,
                $"Variant \"{removal.VariantName}\" of endpoint \"{removal.Endpoint}\" carries weight {leaving.CurrentWeight}. Move its traffic before it is taken away.");
        }

        var staying = (old.ProductionVariants ?? []).Where(variant => variant.VariantName != removal.VariantName).ToList();
        return staying.Exists(variant => Weight(live, variant) > 0)
            ? Copy(
                old,
                removal.ConfigName,
                [.. staying.Select(variant => live.TryGetValue(variant.VariantName ?? "", out var standing) ? AsLive(variant, standing) : variant)],
                Tags(oldTags, removal.Tags),
                old.ShadowProductionVariants)
            : throw new CloudException(
                CloudFailure.Invalid,
                $"No other variant of endpoint \"{removal.Endpoint}\" carries weight, so none would serve without \"{removal.VariantName}\".");
    }

    private static List<ProductionVariant> Others(List<ProductionVariant>? shadows, string? variant) =>
        [.. (shadows ?? []).Where(shadow => shadow.VariantName != variant)];

    private static CreateEndpointConfigRequest Copy(
        DescribeEndpointConfigResponse old, string name, List<ProductionVariant> variants, List<Tag>? tags, List<ProductionVariant>? shadows, DataCapture? capture = null) =>
        new()
        {
            EndpointConfigName = name,
            ProductionVariants = variants,
            ShadowProductionVariants = shadows is { Count: > 0 } ? shadows : null,
            DataCaptureConfig = CaptureTranslation.Of(capture, old.DataCaptureConfig),
            KmsKeyId = old.KmsKeyId,
            AsyncInferenceConfig = old.AsyncInferenceConfig,
            ExplainerConfig = old.ExplainerConfig,
            ExecutionRoleArn = old.ExecutionRoleArn,
            VpcConfig = old.VpcConfig,
            EnableNetworkIsolation = old.EnableNetworkIsolation,
            MetricsConfig = old.MetricsConfig,
            Tags = tags,
        };

    /// <summary>Whether a configuration that already bears the name is this one: the same variants on the same models, the new one at weight 0, and the same capture.</summary>
    public static bool IsSame(DescribeEndpointConfigResponse existing, CreateEndpointConfigRequest draft)
    {
        static IEnumerable<string> Lines(List<ProductionVariant>? variants) =>
            (variants ?? []).Select(v => $"{v.VariantName}\n{v.ModelName}\n{v.InstanceType}\n{v.InitialVariantWeight is > 0}").Order(StringComparer.Ordinal);

        return Lines(existing.ProductionVariants).SequenceEqual(Lines(draft.ProductionVariants), StringComparer.Ordinal)
            && CaptureTranslation.IsSame(existing.DataCaptureConfig, draft.DataCaptureConfig)
            && Lines(existing.ShadowProductionVariants).SequenceEqual(Lines(draft.ShadowProductionVariants), StringComparer.Ordinal);
    }

    private static float Weight(Dictionary<string, ProductionVariantSummary> live, ProductionVariant variant) =>
        live.TryGetValue(variant.VariantName ?? "", out var summary) ? summary.CurrentWeight ?? 0 : 0;

    /// <summary>The update keeps live weights and counts by itself; the configuration says the same, so that a later reset to it does no harm.</summary>
    private static ProductionVariant AsLive(ProductionVariant variant, ProductionVariantSummary live)
    {
        variant.InitialVariantWeight = live.CurrentWeight;
        if (variant.InitialInstanceCount is not null && live.DesiredInstanceCount is > 0)
        {
            variant.InitialInstanceCount = live.DesiredInstanceCount;
        }

        return variant;
    }

    /// <summary>As the main variant in how it is run. Reserved capacity, managed scaling and instance pools are sized for that one and are not taken over.</summary>
    private static ProductionVariant Added(ProductionVariant template, VariantAddition addition)
    {
        var sameType = template.InstanceType?.Value == addition.InstanceType;
        return new ProductionVariant
        {
            VariantName = addition.VariantName,
            ModelName = addition.ModelName,
            InstanceType = ProductionVariantInstanceType.FindValue(addition.InstanceType),
            InitialInstanceCount = addition.InstanceCount,
            InitialVariantWeight = 0,
            VolumeSizeInGB = sameType ? template.VolumeSizeInGB : null,
            InferenceAmiVersion = sameType ? template.InferenceAmiVersion : null,
            CoreDumpConfig = template.CoreDumpConfig,
            RoutingConfig = template.RoutingConfig,
            EnableSSMAccess = template.EnableSSMAccess,
            ModelDataDownloadTimeoutInSeconds = template.ModelDataDownloadTimeoutInSeconds,
            ContainerStartupHealthCheckTimeoutInSeconds = template.ContainerStartupHealthCheckTimeoutInSeconds,
        };
    }

    private static List<Tag>? Tags(IEnumerable<Tag> oldTags, IReadOnlyDictionary<string, string> added)
    {
        // Amazon's own tags cannot be written by others. New ones come first, so that a full list loses an old tag and never a new one.
        var tags = added.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })
            .Concat(oldTags.Where(tag => tag.Key?.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) == false))
            .DistinctBy(tag => tag.Key)
            .Take(MostTags)
            .ToList();
        return tags.Count > 0 ? tags : null;
    }
}
