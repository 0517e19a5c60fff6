using Amazon.Runtime;
using CanaryConsole.Aws.IdentityManagement.Model;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.IdentityManagement;

public sealed class AmazonIdentityManagementServiceClient : AwsClient, IAmazonIdentityManagementService
{
    private static readonly QueryMarshaller Marshaller = new("Amazon.IdentityManagement", "2010-05-08");

    /// <param name="credentials">Null takes Amazon's default chain: environment, profile, SSO, web identity, container, instance role.</param>
    public AmazonIdentityManagementServiceClient(AWSCredentials? credentials, AmazonIdentityManagementServiceConfig config)
        : base(credentials, config)
    {
    }

    public Task<GetRoleResponse> GetRoleAsync(GetRoleRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetRoleResponse>(request, Marshaller, new QueryUnmarshaller<GetRoleResponse>(AmazonIdentityManagementServiceException.From), cancellationToken);

    public Task<SimulatePrincipalPolicyResponse> SimulatePrincipalPolicyAsync(SimulatePrincipalPolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<SimulatePrincipalPolicyResponse>(
            request, Marshaller, new QueryUnmarshaller<SimulatePrincipalPolicyResponse>(AmazonIdentityManagementServiceException.From), cancellationToken);
}
