using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ClarifyTextGranularity(string value) : ConstantClass(value)
{
    public static readonly ClarifyTextGranularity Token = new("token");
    public static readonly ClarifyTextGranularity Sentence = new("sentence");
    public static readonly ClarifyTextGranularity Paragraph = new("paragraph");

    public static ClarifyTextGranularity FindValue(string value) => FindValue<ClarifyTextGranularity>(value);

    public static implicit operator ClarifyTextGranularity(string value) => FindValue(value);
}
