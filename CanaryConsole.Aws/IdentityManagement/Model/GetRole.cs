using Amazon.Runtime;
using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.IdentityManagement.Model;

public sealed class GetRoleRequest : AmazonWebServiceRequest
{
    [Required, Length(1, 64), Pattern(@"[\w+=,.@-]+")]
    public string? RoleName { get; set; }
}

public sealed class GetRoleResponse : AmazonWebServiceResponse
{
    public Role? Role { get; set; }
}
