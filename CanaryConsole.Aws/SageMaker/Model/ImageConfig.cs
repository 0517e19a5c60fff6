using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ImageConfig
{
    [Required]
    public RepositoryAccessMode? RepositoryAccessMode { get; set; }

    public RepositoryAuthConfig? RepositoryAuthConfig { get; set; }
}
