using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class RepositoryAuthConfig
{
    [Required, Length(1, 2048), Pattern(@".*")]
    public string? RepositoryCredentialsProviderArn { get; set; }
}
