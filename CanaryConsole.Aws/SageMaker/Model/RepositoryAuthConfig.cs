namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class RepositoryAuthConfig
{
    public string? RepositoryCredentialsProviderArn { get; set; }
}
