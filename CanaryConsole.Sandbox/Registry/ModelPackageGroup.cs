using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Sandbox.Registry;

/// <summary>A group of the model registry and its versions.</summary>
internal sealed record ModelPackageGroup(ModelPackageGroupSummary Summary, IReadOnlyList<DescribeModelPackageResponse> Versions)
{
    public string Name => Summary.ModelPackageGroupName!;
}
