using CanaryConsole.Aws.IdentityManagement;
using CanaryConsole.Aws.IdentityManagement.Model;
using CanaryConsole.Sandbox.Faults;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Identity;

/// <summary>IAM's policy simulator: here everybody may do everything that no fault denies.</summary>
internal static class PolicySimulation
{
    private const int DefaultItems = 100;

    public static SimulatePrincipalPolicyResponse Simulate(SimulatePrincipalPolicyRequest request, World world, DateTimeOffset now)
    {
        if (request.PolicySourceArn?.Contains(":user/", StringComparison.Ordinal) != true && request.PolicySourceArn?.Contains(":role/", StringComparison.Ordinal) != true)
        {
            throw new AwsErrorException("InvalidInput", $"Invalid Entity Arn: {request.PolicySourceArn} does not clearly define entity type and name.");
        }

        var denied = world.Faults.Active(now).Select(active => active.Fault).OfType<Fault.DeniedOperation>().Select(fault => fault.Operation).ToHashSet(StringComparer.Ordinal);
        var all = (request.ActionNames ?? []).SelectMany(action => (request.ResourceArns ?? ["*"]).Select(resource => new EvaluationResult
        {
            EvalActionName = action,
            EvalResourceName = resource,
            EvalDecision = denied.Contains(action[(action.IndexOf(':', StringComparison.Ordinal) + 1)..]) ? PolicyEvaluationDecisionType.ImplicitDeny : PolicyEvaluationDecisionType.Allowed,
        })).ToList();
        var from = int.TryParse(request.Marker, out var marker) ? Math.Clamp(marker, 0, all.Count) : 0;
        var page = all.Skip(from).Take(request.MaxItems ?? DefaultItems).ToList();
        var isTruncated = from + page.Count < all.Count;
        return new SimulatePrincipalPolicyResponse
        {
            EvaluationResults = page,
            IsTruncated = isTruncated,
            Marker = isTruncated ? FormattableString.Invariant($"{from + page.Count}") : null,
        };
    }
}
