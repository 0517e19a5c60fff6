using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class TransformJobDefinition
{
    [Between(min: 0)]
    public int? MaxConcurrentTransforms { get; set; }

    [Between(min: 0)]
    public int? MaxPayloadInMB { get; set; }

    public BatchStrategy? BatchStrategy { get; set; }

    [Items(0, 16), Length(0, 1024, Of = Part.Keys), Pattern(@"[a-zA-Z_][a-zA-Z0-9_]{0,1023}", Of = Part.Keys)]
    [Length(0, 10240, Of = Part.Values), Pattern(@"[\S\s]*", Of = Part.Values)]
    public Dictionary<string, string>? Environment { get; set; }

    [Required]
    public TransformInput? TransformInput { get; set; }

    [Required]
    public TransformOutput? TransformOutput { get; set; }

    [Required]
    public TransformResources? TransformResources { get; set; }
}
