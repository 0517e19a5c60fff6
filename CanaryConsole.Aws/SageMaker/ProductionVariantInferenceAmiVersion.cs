using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ProductionVariantInferenceAmiVersion(string value) : ConstantClass(value)
{
    public static readonly ProductionVariantInferenceAmiVersion Al2AmiSagemakerInferenceGpu2 = new("al2-ami-sagemaker-inference-gpu-2");
    public static readonly ProductionVariantInferenceAmiVersion Al2AmiSagemakerInferenceGpu21 = new("al2-ami-sagemaker-inference-gpu-2-1");
    public static readonly ProductionVariantInferenceAmiVersion Al2AmiSagemakerInferenceGpu31 = new("al2-ami-sagemaker-inference-gpu-3-1");
    public static readonly ProductionVariantInferenceAmiVersion Al2AmiSagemakerInferenceNeuron2 = new("al2-ami-sagemaker-inference-neuron-2");
    public static readonly ProductionVariantInferenceAmiVersion Al2023AmiSagemakerInferenceGpu41 = new("al2023-ami-sagemaker-inference-gpu-4-1");

    public static ProductionVariantInferenceAmiVersion FindValue(string value) => FindValue<ProductionVariantInferenceAmiVersion>(value);

    public static implicit operator ProductionVariantInferenceAmiVersion(string value) => FindValue(value);
}
