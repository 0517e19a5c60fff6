using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class AdditionalInferenceSpecificationDefinition
{
    [Required, Length(1, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? Name { get; set; }

    [Length(0, 1024), Pattern(@"[\p{L}\p{M}\p{Z}\p{S}\p{N}\p{P}]*")]
    public string? Description { get; set; }

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
