using CanaryConsole.Aws.IdentityManagement.Model;

namespace CanaryConsole.Aws.IdentityManagement;

/// <summary>The part of IAM that the console asks.</summary>
public interface IAmazonIdentityManagementService : IDisposable
{
    Task<GetRoleResponse> GetRoleAsync(GetRoleRequest request, CancellationToken cancellationToken = default);

    Task<SimulatePrincipalPolicyResponse> SimulatePrincipalPolicyAsync(SimulatePrincipalPolicyRequest request, CancellationToken cancellationToken = default);
}
