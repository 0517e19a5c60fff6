namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ImageConfig
{
    public RepositoryAccessMode? RepositoryAccessMode { get; set; }

    public RepositoryAuthConfig? RepositoryAuthConfig { get; set; }
}
