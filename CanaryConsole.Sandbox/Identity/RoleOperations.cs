using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CanaryConsole.Aws.IdentityManagement.Model;
using CanaryConsole.Sandbox.Faults;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Identity;

/// <summary>IAM as far as it can be asked: roles that models name are there, unless a fault takes one away; what may be called is what no fault denies.</summary>
internal static class RoleOperations
{
    public const string Prefix = "IAM.";

    public static OperationTable Table()
    {
        var operations = new OperationTable();
        operations.Add<GetRoleRequest, GetRoleResponse>($"{Prefix}GetRole", Get);
        operations.Add<SimulatePrincipalPolicyRequest, SimulatePrincipalPolicyResponse>($"{Prefix}SimulatePrincipalPolicy", PolicySimulation.Simulate);
        return operations;
    }

    private static GetRoleResponse Get(GetRoleRequest request, World world, DateTimeOffset now)
    {
        var gone = world.Faults.Active(now)
            .Select(fault => fault.Fault)
            .OfType<Fault.MissingRole>()
            .SelectMany(fault => FaultyModels.Of(world, fault.Endpoint, fault.Variant))
            .Select(model => model.Definition.ExecutionRoleArn);
        var arn = world.Models.All.Select(model => model.Definition.ExecutionRoleArn)
            .Except(gone)
            .FirstOrDefault(role => role?.EndsWith("/" + request.RoleName, StringComparison.Ordinal) == true)
            ?? throw new AwsErrorException("NoSuchEntity", $"The role with name {request.RoleName} cannot be found.", 404);
        return new GetRoleResponse
        {
            Role = new Role
            {
                Path = "/",
                RoleName = request.RoleName,
                RoleId = string.Create(CultureInfo.InvariantCulture, $"AROA{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(arn)))[..17]}"),
                Arn = arn,
                CreateDate = DateTime.UnixEpoch,
            },
        };
    }
}
