namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class IamIdentity
{
    public string? Arn { get; set; }

    public string? PrincipalId { get; set; }

    public string? SourceIdentity { get; set; }
}
