namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class InferenceSpecification
{
    public List<ModelPackageContainerDefinition>? Containers { get; set; }

    public List<string>? SupportedTransformInstanceTypes { get; set; }

    public List<string>? SupportedRealtimeInferenceInstanceTypes { get; set; }

    public List<string>? SupportedContentTypes { get; set; }

    public List<string>? SupportedResponseMIMETypes { get; set; }
}
