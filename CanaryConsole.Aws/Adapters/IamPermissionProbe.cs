using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using CanaryConsole.Aws.IdentityManagement;
using CanaryConsole.Aws.IdentityManagement.Model;
using CanaryConsole.Core.Reviews;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Asks STS who the console is, and IAM's policy simulator what that one may do: one call for each resource.</summary>
internal sealed class IamPermissionProbe(IAmazonSecurityTokenService sts, IAmazonIdentityManagementService identity) : IPermissionProbe
{
    private const int MostQuestions = 1_000;
    private const int MostPages = 10;

    public async Task<PermissionReport> AskAsync(IReadOnlyList<PermissionQuestion> questions, CancellationToken cancellationToken)
    {
        var caller = await CloudCall.RunAsync("GetCallerIdentity", "the console", () => sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken), cancellationToken).ConfigureAwait(false);
        var principal = Principal(caller.Arn ?? "");
        var denied = new List<PermissionQuestion>();
        foreach (var resource in questions.Take(MostQuestions).GroupBy(question => question.Resource, StringComparer.Ordinal))
        {
            var allowed = await AllowedAsync(principal, resource.Key, [.. resource.Select(question => question.Action).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
            denied.AddRange(resource.Where(question => !allowed.Contains(question.Action)));
        }

        return new PermissionReport(principal, denied);
    }

    /// <summary>A session has no policies of its own: those of its role count. The role's path is not in a session's ARN.</summary>
    internal static string Principal(string caller) => caller.Split(':') is ["arn", var partition, "sts", _, var account, var resource] && resource.Split('/') is ["assumed-role", var role, ..]
        ? $"arn:{partition}:iam::{account}:role/{role}"
        : caller;

    private async Task<HashSet<string>> AllowedAsync(string principal, string resource, List<string> actions, CancellationToken cancellationToken)
    {
        var allowed = new HashSet<string>(StringComparer.Ordinal);
        string? marker = null;
        for (var page = 0; page < MostPages; page++)
        {
            var request = new SimulatePrincipalPolicyRequest { PolicySourceArn = principal, ActionNames = actions, ResourceArns = [resource], Marker = marker };
            var answer = await CloudCall.RunAsync(
                "SimulatePrincipalPolicy", $"\"{principal}\"", () => identity.SimulatePrincipalPolicyAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);
            allowed.UnionWith((answer.EvaluationResults ?? []).Where(result => result.EvalDecision == PolicyEvaluationDecisionType.Allowed).Select(result => result.EvalActionName ?? ""));
            marker = answer.Marker;
            if (answer.IsTruncated != true || marker is null)
            {
                break;
            }
        }

        return allowed;
    }
}
