using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Sandbox.Registry;

/// <summary>A model package: a version of a group, or one that stands alone under its own name.</summary>
internal sealed class Package(DescribeModelPackageResponse description, DateTimeOffset createdAt, TimeSpan making)
{
    private ModelPackage? _found;
    private DescribeModelPackageResponse? _foundOf;

    public string Arn => Description.ModelPackageArn!;

    public string? GroupName => Description.ModelPackageGroupName;

    public int? Version => Description.ModelPackageVersion;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>How long it takes until the package can be used.</summary>
    public TimeSpan Making { get; } = making;

    /// <summary>A second request with the same token gets the same package.</summary>
    public string? ClientToken { get; init; }

    /// <summary>All that is said of the package but its status, which time decides.</summary>
    public DescribeModelPackageResponse Description { get; set; } = description;

    /// <summary>The package as a search finds it, made anew only once it or its status has changed; to be read within the visit it was made in.</summary>
    public ModelPackage FoundAt(DateTimeOffset now)
    {
        var status = StatusAt(now);
        if (_found is null || _found.ModelPackageStatus != status || !ReferenceEquals(_foundOf, Description))
        {
            _found = PackageDescription.Copy<ModelPackage>(PackageDescription.Of(this, now));
            _foundOf = Description;
        }

        return _found;
    }

    public ModelPackageStatus StatusAt(DateTimeOffset now)
    {
        var age = now - CreatedAt;
        return age >= Making ? ModelPackageStatus.Completed : age * 3 < Making ? ModelPackageStatus.Pending : ModelPackageStatus.InProgress;
    }
}
