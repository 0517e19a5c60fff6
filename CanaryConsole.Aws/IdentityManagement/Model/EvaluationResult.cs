namespace CanaryConsole.Aws.IdentityManagement.Model;

public sealed class EvaluationResult
{
    public string? EvalActionName { get; set; }

    public string? EvalResourceName { get; set; }

    public PolicyEvaluationDecisionType? EvalDecision { get; set; }

    public List<string>? MissingContextValues { get; set; }
}
