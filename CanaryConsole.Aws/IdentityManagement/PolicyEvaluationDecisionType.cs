using Amazon.Runtime;

namespace CanaryConsole.Aws.IdentityManagement;

public sealed class PolicyEvaluationDecisionType(string value) : ConstantClass(value)
{
    public static readonly PolicyEvaluationDecisionType Allowed = new("allowed");
    public static readonly PolicyEvaluationDecisionType ExplicitDeny = new("explicitDeny");
    public static readonly PolicyEvaluationDecisionType ImplicitDeny = new("implicitDeny");

    public static PolicyEvaluationDecisionType FindValue(string value) => FindValue<PolicyEvaluationDecisionType>(value);

    public static implicit operator PolicyEvaluationDecisionType(string value) => FindValue(value);
}
