using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Sandbox.Registry;

/// <summary>A group of the model registry. A version's number is given once, even after its package is deleted.</summary>
internal sealed record PackageGroup(string Name, string? Description, DateTimeOffset CreatedAt)
{
    public string Arn { get; } = Sandbox.Arn.ModelPackageGroup(Name);

    public ManagedConfiguration? ManagedConfiguration { get; init; }

    public int LastVersion { get; set; }
}
