using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Sandbox.Experiments;

/// <summary>How an experiment ends: what the endpoint serves afterwards, and the state it is left in.</summary>
/// <param name="Served">The variant that goes on answering; null where the endpoint stays as it is.</param>
internal sealed record ExperimentEnding(ModelVariantConfig? Served, InferenceExperimentStatus Status, string? Reason);
