using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ModelApprovalStatus(string value) : ConstantClass(value)
{
    public static readonly ModelApprovalStatus Approved = new("Approved");
    public static readonly ModelApprovalStatus Rejected = new("Rejected");
    public static readonly ModelApprovalStatus PendingManualApproval = new("PendingManualApproval");

    public static ModelApprovalStatus FindValue(string value) => FindValue<ModelApprovalStatus>(value);

    public static implicit operator ModelApprovalStatus(string value) => FindValue(value);
}
