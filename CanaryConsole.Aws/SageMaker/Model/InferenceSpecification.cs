using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class InferenceSpecification
{
    [Required, Items(1, 15)]
    public List<ModelPackageContainerDefinition>? Containers { get; set; }

    [Items(min: 1)]
    public List<TransformInstanceType>? SupportedTransformInstanceTypes { get; set; }

    public List<ProductionVariantInstanceType>? SupportedRealtimeInferenceInstanceTypes { get; set; }

    [Length(0, 256, Of = Part.Items), Pattern(@".*", Of = Part.Items)]
    public List<string>? SupportedContentTypes { get; set; }

    [Length(0, 1024, Of = Part.Items), Pattern(@"[-\w]+\/.+", Of = Part.Items)]
    public List<string>? SupportedResponseMIMETypes { get; set; }
}
