namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class UserContext
{
    public string? UserProfileArn { get; set; }

    public string? UserProfileName { get; set; }

    public string? DomainId { get; set; }

    public IamIdentity? IamIdentity { get; set; }
}
