using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Sandbox.Experiments;

/// <summary>What an experiment runs: the variant that answers, the one that gets copies, and how many of the requests are copied.</summary>
internal sealed record ExperimentPlan(
    ModelVariantConfig Source,
    ModelVariantConfig Shadow,
    int SamplingPercentage,
    string? Description,
    DateTimeOffset Start,
    DateTimeOffset End,
    InferenceExperimentDataStorageConfig? Storage)
{
    public IEnumerable<ModelVariantConfig> Variants => [Source, Shadow];

    /// <summary>Whether a running endpoint serves both plans alike.</summary>
    public bool ServesAs(ExperimentPlan other) =>
        ReferenceEquals(Source, other.Source) && ReferenceEquals(Shadow, other.Shadow) && SamplingPercentage == other.SamplingPercentage && ReferenceEquals(Storage, other.Storage);
}
