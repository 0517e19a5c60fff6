namespace CanaryConsole.Aws.IdentityManagement.Model;

public sealed class Role
{
    public string? Path { get; set; }

    public string? RoleName { get; set; }

    public string? RoleId { get; set; }

    public string? Arn { get; set; }

    public DateTime? CreateDate { get; set; }
}
