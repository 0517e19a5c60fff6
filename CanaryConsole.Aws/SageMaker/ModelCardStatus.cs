using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ModelCardStatus(string value) : ConstantClass(value)
{
    public static readonly ModelCardStatus Draft = new("Draft");
    public static readonly ModelCardStatus PendingReview = new("PendingReview");
    public static readonly ModelCardStatus Approved = new("Approved");
    public static readonly ModelCardStatus Archived = new("Archived");

    public static ModelCardStatus FindValue(string value) => FindValue<ModelCardStatus>(value);

    public static implicit operator ModelCardStatus(string value) => FindValue(value);
}
